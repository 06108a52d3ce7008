package io.plimsoll.analysis.rightsizing.node;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

import io.plimsoll.analysis.rightsizing.NodeEffect;
import io.plimsoll.analysis.rightsizing.NodePlan;
import io.plimsoll.analysis.rightsizing.NodeRemoval;
import io.plimsoll.analysis.rightsizing.NodeType;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.BilledResource;

/// Workloads that share nodes, prepared for any number of questions. Safe from any thread; an answer for a thousand pods takes a few
/// milliseconds.
public final class NodePool {
    private final List<PodCensus.Resident> residents;
    private final List<PodGroup> daemons;
    private final NodeType present;
    private final boolean assumed;
    private final List<NodeType> candidates;
    private final NodeMarket market;
    private final NodeRemoval removal;
    private final List<String> notes;
    private final Map<String, Packing> packings = new ConcurrentHashMap<>();
    private final NodePlan now;

    NodePool(List<PodCensus.Resident> residents, List<PodGroup> daemons, PresentType present, NodeMarket market,
            NodeRemoval removal) {
        this.residents = residents.stream().filter(each -> !each.hasGpu()).toList();
        this.daemons = daemons;
        this.present = present.type();
        this.assumed = present.assumed();
        this.market = market;
        this.candidates = market.candidates(present.type());
        this.removal = removal;
        this.notes = notes(present, residents.size() - this.residents.size());
        this.now = packing(this.present).plan(groups(Map.of()));
    }

    private static List<String> notes(PresentType type, int gpus) {
        List<String> found = new ArrayList<>();
        found.add(type.how());
        found.add("Anti-affinity, topology spread, taints and volumes are not looked at; they can ask for more nodes.");
        if (gpus > 0) {
            found.add(gpus + " workloads with GPUs are left out: the GPU decides their nodes.");
        }
        return List.copyOf(found);
    }

    /// Types that `effect` takes, the cheapest first.
    public List<NodeType> types() {
        return candidates;
    }

    public NodeType present() {
        return present;
    }

    /// @param key of a workload, as text
    public boolean holds(String key) {
        return residents.stream().anyMatch(each -> each.workload().key().toString().equals(key));
    }

    /// @param before   sizes today that are not the census's, by key
    /// @param changed  sizes by key of the workload as text; those of others stay
    /// @param nodeType name, empty for the present one
    /// @throws StepFailure NODE_TYPE
    public NodeEffect effect(Map<String, Size> before, Map<String, Size> changed, String nodeType) {
        NodeType type = nodeType.isEmpty() ? present : named(nodeType);
        List<PodGroup> pods = groups(changed);
        Packing packing = packing(type);
        NodePlan then = packing.plan(pods);
        int[] range = packing.arrivals(pods);
        NodeType best = cheapest(pods);
        return new NodeEffect(titles(changed), type, assumed, measured(),
                before.isEmpty() ? now : packing(present).plan(groups(before)), then, range[0], range[1],
                best.equals(type) ? then : packing(best).plan(pods), best, removal, notes(type));
    }

    private List<String> notes(NodeType type) {
        List<String> found = new ArrayList<>(notes);
        found.add(1, "Packed by requests onto " + type.name() + ": " + type.rule()
                + (daemons.isEmpty()
                        ? "."
                        : "; DaemonSets that run on each node: " + daemons.size() + "."));
        return found;
    }

    /// What a core and a GiB cost on another type by what they cost on the present one, weighted as `ResourceRates.PROPORTION`.
    ///
    /// @throws StepFailure NODE_TYPE
    public BigDecimal priceRatio(String nodeType) {
        return price(named(nodeType)).divide(price(present), MathContext.DECIMAL128);
    }

    private static BigDecimal price(NodeType type) {
        VmType machine = type.type();
        ResourceRates rates = ResourceRates.PROPORTION;
        BigDecimal weight = rates.cpuHour().amount().multiply(BigDecimal.valueOf(machine.vcpu()))
                .add(rates.gibHour().amount().multiply(BigDecimal.valueOf(machine.memoryGib())));
        return machine.pricePerHour().amount().divide(weight, MathContext.DECIMAL128);
    }

    private List<String> titles(Map<String, Size> changed) {
        return residents.stream()
                .sorted(Comparator.comparing(each -> !changed.containsKey(each.workload().key().toString())))
                .map(each -> each.workload().title()).toList();
    }

    private OptionalInt measured() {
        long nodes = residents.stream().flatMap(each -> each.nodes().stream()).distinct().count();
        if (nodes == 0) {
            nodes = residents.stream().flatMap(each -> each.workload().billed().stream())
                    .map(BilledResource::resourceId).filter(NodeMarket::isInstance).distinct().count();
        }
        return nodes == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(nodes));
    }

    private NodeType named(String name) {
        return candidates.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(
                        () -> StepFailure.wrongUsage("NODE_TYPE", name + " is not a node type to choose from here.",
                                "Choose one of " + candidates.getFirst().name() + " to " + candidates.getLast().name()
                                        + " of the same provider and architecture."));
    }

    private List<PodGroup> groups(Map<String, Size> changed) {
        return residents.stream().map(each -> {
            Size other = changed.get(each.workload().key().toString());
            return other == null ? each.pods() : each.pods(other);
        }).toList();
    }

    private Packing packing(NodeType type) {
        return packings.computeIfAbsent(type.name(), name -> {
            NodeSpace space = space(type);
            List<NodeSpace> replacements = removal.kind() == NodeRemoval.Kind.KARPENTER
                    ? market.upTo(type).map(this::space).toList()
                    : List.of(space);
            return new Packing(space, replacements, market.currency());
        });
    }

    private NodeSpace space(NodeType type) {
        return space(type, daemons);
    }

    static NodeSpace space(NodeType type, List<PodGroup> daemons) {
        long cpu = daemons.stream().mapToLong(PodGroup::cpuMillis).sum();
        long memory = daemons.stream().mapToLong(PodGroup::memory).sum();
        return new NodeSpace(type.name(), Math.max(0, type.cpuMillis() - cpu), Math.max(0, type.memory() - memory),
                Math.max(0, type.maxPods() - daemons.size()), type.type().pricePerHour().amount());
    }

    /// By first fit decreasing alone. Types whose lower bound costs more than what is found already are not packed.
    private NodeType cheapest(List<PodGroup> pods) {
        NodeType best = present;
        BigDecimal lowest = null;
        for (NodeType each : candidates) {
            NodeSpace space = space(each);
            Pods fitting = Pods.of(pods, space);
            if (fitting.total() < pods.stream().mapToInt(PodGroup::count).sum()) {
                continue;
            }
            if (lowest != null && price(space, fitting.lowerBound(space)).compareTo(lowest) >= 0) {
                continue;
            }
            BigDecimal price = price(space, Packed.firstFitDecreasing(fitting, space).nodes.size());
            if (lowest == null || price.compareTo(lowest) < 0) {
                lowest = price;
                best = each;
            }
        }
        return best;
    }

    private static BigDecimal price(NodeSpace space, int nodes) {
        return space.price().multiply(BigDecimal.valueOf(nodes));
    }
}
