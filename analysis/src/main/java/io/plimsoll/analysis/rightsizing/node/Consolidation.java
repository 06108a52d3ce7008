package io.plimsoll.analysis.rightsizing.node;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Takes nodes away as Karpenter does (kubernetes-sigs/karpenter, `pkg/controllers/disruption`, Apache-2.0): their pods go to the room
/// on the other nodes and to at most one new node, if that costs less.
///
/// First many at once: the largest n for which the first n candidates can go, found by binary search over at most 100. Then one by one,
/// again at most 100. Candidates are ordered by what moving their pods costs, which is taken to be their number, and then by how
/// little is requested on them.
final class Consolidation {
    static final int MOST_CANDIDATES = 100;
    private static final int MOST_ROUNDS = 50;

    private final Packed packed;
    private final Pods pods;
    private final List<NodeSpace> types;

    /// @param types of which a new node may be
    Consolidation(Packed packed, List<NodeSpace> types) {
        this.packed = packed;
        this.pods = packed.pods;
        this.types = types.stream().sorted(Comparator.comparing(NodeSpace::price)).toList();
    }

    void run() {
        int rounds = 0;
        while (rounds < MOST_ROUNDS && (many() || one())) {
            rounds++;
        }
    }

    private List<Packed.Node> candidates() {
        return packed.nodes.stream().sorted(Comparator.comparingInt((Packed.Node node) -> node.sizes.size())
                .thenComparingDouble(Packed.Node::fill)).limit(MOST_CANDIDATES).toList();
    }

    private boolean many() {
        List<Packed.Node> candidates = candidates();
        Moves best = null;
        int low = 2;
        int high = candidates.size();
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Moves moves = moves(candidates.subList(0, middle));
            if (moves == null) {
                high = middle - 1;
            } else {
                best = moves;
                low = middle + 1;
            }
        }
        return take(best);
    }

    private boolean one() {
        for (Packed.Node each : candidates()) {
            if (take(moves(List.of(each)))) {
                return true;
            }
        }
        return false;
    }

    private boolean take(@Nullable Moves moves) {
        if (moves == null) {
            return false;
        }
        packed.nodes.removeIf(moves.leaving()::contains);
        if (moves.replacement() != null) {
            packed.nodes.add(moves.replacement());
        }
        for (int i = 0; i < moves.sizes().size(); i++) {
            moves.to().get(i).add(moves.sizes().get(i), pods);
        }
        return true;
    }

    /// Where the pods of leaving nodes go; null if some have no place, or if nothing is saved.
    private @Nullable Moves moves(List<Packed.Node> leaving) {
        Set<Packed.Node> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(leaving);
        List<Integer> moving = new ArrayList<>();
        leaving.forEach(node -> moving.addAll(node.sizes));
        // Sizes are numbered from the largest pod down.
        Collections.sort(moving);
        Trial trial = new Trial(packed.nodes.stream().filter(node -> !gone.contains(node)).toList());
        List<Integer> homeless = new ArrayList<>();
        for (int size : moving) {
            if (!trial.place(size)) {
                homeless.add(size);
            }
        }
        Packed.Node fresh = null;
        if (!homeless.isEmpty()) {
            fresh = replacement(homeless, price(leaving));
            if (fresh == null) {
                return null;
            }
            for (int size : homeless) {
                trial.sizes.add(size);
                trial.to.add(fresh);
            }
        }
        return new Moves(gone, fresh, trial.sizes, trial.to);
    }

    private static BigDecimal price(List<Packed.Node> nodes) {
        return nodes.stream().map(node -> node.space.price()).reduce(BigDecimal.ZERO, BigDecimal::add);
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

    /// @param leaving     nodes
    /// @param replacement of all of them together, or null
    /// @param sizes       of the pods that move
    /// @param to          where each goes
    private record Moves(Set<Packed.Node> leaving, Packed.@Nullable Node replacement, List<Integer> sizes,
            List<Packed.Node> to) {}

    /// The room on nodes while moves are tried.
    private final class Trial {
        private final List<Packed.Node> nodes;
        private final long[] cpu;
        private final long[] memory;
        private final int[] room;
        private final int[] at;
        private final List<Integer> sizes = new ArrayList<>();
        private final List<Packed.Node> to = new ArrayList<>();

        Trial(List<Packed.Node> nodes) {
            this.nodes = nodes;
            cpu = nodes.stream().mapToLong(node -> node.cpu).toArray();
            memory = nodes.stream().mapToLong(node -> node.memory).toArray();
            room = nodes.stream().mapToInt(node -> node.room).toArray();
            at = new int[pods.sizes()];
        }

        boolean place(int size) {
            int node = at[size];
            while (node < cpu.length
                    && (cpu[node] < pods.cpu[size] || memory[node] < pods.memory[size] || room[node] == 0)) {
                node++;
            }
            at[size] = node;
            if (node == cpu.length) {
                return false;
            }
            cpu[node] -= pods.cpu[size];
            memory[node] -= pods.memory[size];
            room[node]--;
            sizes.add(size);
            to.add(nodes.get(node));
            return true;
        }
    }
}
