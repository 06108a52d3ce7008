package io.plimsoll.analysis.rightsizing.node;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import io.plimsoll.analysis.rightsizing.NodePlan;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.unit.Money;

/// Packs pods onto nodes of one type. Deterministic, takes well under a millisecond for a thousand pods. Safe from any thread.
///
/// First fit decreasing by the larger of the CPU and memory share, then `Consolidation`. Johnson's bound for one resource is 11/9 of the
/// optimum; with two it is weaker, so a lower bound and the tightest packing found stand beside the count.
public final class Packing {
    private static final int ARRIVALS = 20;
    private static final double LOW = 0.1;

    private final NodeSpace space;
    private final List<NodeSpace> replacements;
    private final String currency;

    /// @param space        of a node of the chosen type
    /// @param replacements types that consolidation may put in, such as `space` alone
    /// @param currency     of the prices
    public Packing(NodeSpace space, List<NodeSpace> replacements, String currency) {
        this.space = space;
        this.replacements = List.copyOf(replacements);
        this.currency = currency;
    }

    /// On nodes of one type.
    public static Packing onto(NodeSpace space, String currency) {
        return new Packing(space, List.of(space), currency);
    }

    public NodePlan plan(List<PodGroup> groups) {
        Pods pods = Pods.of(groups, space);
        Packed packed = Packed.firstFitDecreasing(pods, space);
        int before = packed.nodes.size();
        new Consolidation(packed, replacements).run();
        Map<String, Integer> byType = new TreeMap<>();
        BigDecimal price = BigDecimal.ZERO;
        double cpu = 0;
        double memory = 0;
        double cpuFree = 0;
        double memoryFree = 0;
        for (Packed.Node node : packed.nodes) {
            byType.merge(node.space.type(), 1, Integer::sum);
            price = price.add(node.space.price());
            cpu += node.space.cpuMillis();
            memory += node.space.memory();
            cpuFree += node.cpu;
            memoryFree += node.memory;
        }
        int all = groups.stream().mapToInt(PodGroup::count).sum();
        return new NodePlan(byType, pods.lowerBound(space),
                Math.min(byType.keySet().equals(Set.of(space.type())) ? packed.nodes.size() : before,
                        TightFilling.nodes(pods, space)),
                before, cpu == 0 ? 0 : 1 - cpuFree / cpu,
                memory == 0 ? 0 : 1 - memoryFree / memory, all - pods.total(),
                new Money(price.multiply(ResourceRates.MONTH_HOURS), currency));
    }

    /// The 80 % range of the nodes that pods need which arrive in random order and go to the first node with room, which is nearer to
    /// what a scheduler does than to pack all at once. 20 orders, always the same.
    ///
    /// @return lower and upper end
    public int[] arrivals(List<PodGroup> groups) {
        Pods pods = Pods.of(groups, space);
        int[] order = new int[pods.total()];
        int next = 0;
        for (int size = 0; size < pods.sizes(); size++) {
            Arrays.fill(order, next, next + pods.count[size], size);
            next += pods.count[size];
        }
        Random random = new Random(20);
        int[] counts = new int[ARRIVALS];
        for (int i = 0; i < ARRIVALS; i++) {
            shuffle(order, random);
            counts[i] = Packed.firstFit(pods, space, order);
        }
        Arrays.sort(counts);
        int low = (int) Math.floor(LOW * (ARRIVALS - 1));
        return new int[]{counts[low], counts[ARRIVALS - 1 - low]};
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
