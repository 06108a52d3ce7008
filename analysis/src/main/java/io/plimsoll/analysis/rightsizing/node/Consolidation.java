package io.plimsoll.analysis.rightsizing.node;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Takes nodes away as Karpenter does (kubernetes-sigs/karpenter, `pkg/controllers/disruption`, Apache-2.0): their pods go to the room
/// on the other nodes and to at most one new node, if that costs less.
///
/// First many at once: the largest n for which the first n candidates can go, found by binary search over at most 100. Then one by one,
/// again at most 100, each against what those before it have left. Candidates are ordered by what moving their pods costs, which is taken
/// to be their number, and then by how little is requested on them. Rounds go on until nothing changes.
final class Consolidation {
    static final int MOST_CANDIDATES = 100;
    private static final int MOST_ROUNDS = 50;

    private final Packed packed;
    private final Pods pods;
    private final List<NodeSpace> types;
    private final List<Placed> placed = new ArrayList<>();
    private final int[] from;

    /// @param types of which a new node may be
    Consolidation(Packed packed, List<NodeSpace> types) {
        this.packed = packed;
        this.pods = packed.pods;
        this.types = types.stream().sorted(Comparator.comparing(NodeSpace::price)).toList();
        this.from = new int[pods.sizes()];
    }

    void run() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean many = many();
            if (!ones() && !many) {
                return;
            }
        }
    }

    private List<Packed.Node> candidates() {
        return packed.nodes.stream().sorted(Comparator.comparingInt((Packed.Node node) -> node.sizes.size())
                .thenComparingDouble(Packed.Node::fill)).limit(MOST_CANDIDATES).toList();
    }

    private boolean many() {
        List<Packed.Node> candidates = candidates();
        int most = 0;
        int low = 2;
        int high = candidates.size();
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (goes(candidates.subList(0, middle), false)) {
                most = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return most > 0 && goes(candidates.subList(0, most), true);
    }

    private boolean ones() {
        boolean any = false;
        for (Packed.Node each : candidates()) {
            any |= goes(List.of(each), true);
        }
        return any;
    }

    /// Whether these nodes can go and something is saved by it.
    ///
    /// @param take whether they do go if they can
    private boolean goes(List<Packed.Node> leaving, boolean take) {
        BigDecimal paid = leaving.stream().map(node -> node.space.price()).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean cheaper = types.getFirst().price().compareTo(paid) < 0;
        leaving.forEach(node -> node.leaving = true);
        Arrays.fill(from, 0);
        placed.clear();
        List<Integer> homeless = new ArrayList<>();
        for (int size : moving(leaving)) {
            if (!place(size)) {
                homeless.add(size);
                if (!cheaper) {
                    break;
                }
            }
        }
        Packed.Node fresh = homeless.isEmpty() || !cheaper ? null : replacement(homeless, paid);
        boolean can = homeless.isEmpty() || fresh != null;
        placed.forEach(each -> each.node().remove(each.size(), pods));
        if (can && take) {
            leave(leaving, homeless, fresh);
        }
        leaving.forEach(node -> node.leaving = false);
        return can;
    }

    private void leave(List<Packed.Node> leaving, List<Integer> homeless, Packed.@Nullable Node fresh) {
        placed.forEach(each -> each.node().add(each.size(), pods));
        packed.nodes.removeIf(node -> node.leaving);
        if (fresh != null) {
            homeless.forEach(size -> fresh.add(size, pods));
            packed.nodes.add(fresh);
        }
    }

    /// Sizes are numbered from the largest pod down.
    private static int[] moving(List<Packed.Node> leaving) {
        int[] sizes = leaving.stream().flatMap(node -> node.sizes.stream()).mapToInt(Integer::intValue).toArray();
        Arrays.sort(sizes);
        return sizes;
    }

    /// On the first other node with room.
    private boolean place(int size) {
        List<Packed.Node> nodes = packed.nodes;
        int at = from[size];
        while (at < nodes.size()
                && (nodes.get(at).leaving || !nodes.get(at).fits(pods.cpu[size], pods.memory[size]))) {
            at++;
        }
        from[size] = at;
        if (at == nodes.size()) {
            return false;
        }
        nodes.get(at).add(size, pods);
        placed.add(new Placed(nodes.get(at), size));
        return true;
    }

    /// The cheapest node that holds these pods and costs less than was paid.
    private Packed.@Nullable Node replacement(List<Integer> sizes, BigDecimal paid) {
        long cpu = 0;
        long memory = 0;
        for (int size : sizes) {
            cpu += pods.cpu[size];
            memory += pods.memory[size];
        }
        for (NodeSpace type : types) {
            if (type.price().compareTo(paid) >= 0) {
                return null;
            }
            if (type.holds(cpu, memory) && sizes.size() <= type.pods()) {
                return new Packed.Node(type);
            }
        }
        return null;
    }

    private record Placed(Packed.Node node, int size) {}
}
