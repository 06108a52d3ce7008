package io.plimsoll.analysis.rightsizing.node;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.NodePlan;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;

/// Nodes of 4 cores and 16 GiB for ten pods at 0.2 an hour, unless a test says otherwise.
class PackingTest {
    private static final NodeSpace NODE = node("big", 4, "0.2", 10);

    @Test
    void podsThatAskForNothingArePackedOntoNodesWithNothingLeft() {
        Packing packing = Packing.onto(new NodeSpace("full", 0, 0, 10, BigDecimal.ONE), "USD");
        assertThat(packing.plan(List.of(new PodGroup("idle", 0, 0, 25))).nodes()).isEqualTo(3);
        assertThat(packing.plan(List.of(new PodGroup("idle", 0, 0, 25), cores("large", 1, 2))).misfits())
                .isEqualTo(2);
        assertThat(packing.arrivals(List.of(new PodGroup("idle", 0, 0, 25)))).containsExactly(3, 3);
    }

    @Test
    void theLargestPodsComeFirstAndSmallOnesFillTheGaps() {
        // 3 + 1, 3 + 1, 2: the sum of 10 cores needs 3 nodes of 4.
        NodePlan plan = plan(cores("a", 1, 2), cores("b", 2, 1), cores("c", 3, 2));
        assertThat(plan.nodes()).isEqualTo(3);
        assertThat(plan.lowerBound()).isEqualTo(3);
        assertThat(plan.cpuShare()).isEqualTo(10 / 12.0);
        // 3 nodes x 0.2 x 730 h
        assertThat(plan.monthly().plain()).isEqualTo("438");
    }

    @Test
    void theScarcerResourceDecides() {
        // Half a core and 8 GiB: two a node by memory, whatever CPU is left.
        NodePlan plan = plan(new PodGroup("a", 500, 8 * Bytes.GI, 5));
        assertThat(plan.nodes()).isEqualTo(3);
        assertThat(plan.memoryShare()).isEqualTo(40 / 48.0);
    }

    @Test
    void aNodeTakesNoMorePodsThanItsKubelet() {
        assertThat(plan(new PodGroup("a", 1, 1, 21)).nodes()).isEqualTo(3);
        assertThat(plan(new PodGroup("a", 0, 0, 11)).lowerBound()).isEqualTo(2);
    }

    @Test
    void aPodLargerThanANodeIsCountedAndNotPacked() {
        NodePlan plan = plan(cores("a", 5, 2), cores("b", 1, 1));
        assertThat(plan.misfits()).isEqualTo(2);
        assertThat(plan.nodes()).isEqualTo(1);
    }

    @Test
    void noPodsNeedNoNodes() {
        NodePlan plan = plan(cores("a", 1, 0));
        assertThat(plan.nodes()).isZero();
        assertThat(plan.lowerBound()).isZero();
        assertThat(plan.monthly().signum()).isZero();
    }

    @Test
    void karpenterPutsASmallerNodeInForOneThatIsHardlyUsed() {
        NodeSpace small = node("small", 2, "0.1", 10);
        NodePlan plan = new Packing(NODE, List.of(NODE, small), "USD").plan(List.of(cores("a", 1, 5)));
        // 4 on a big node, 1 on what is a small one afterwards.
        assertThat(plan.byType()).isEqualTo(Map.of("big", 1, "small", 1));
        assertThat(plan.monthly().plain()).isEqualTo("219");
    }

    @Test
    void consolidationEmptiesNodesThatOthersHaveRoomFor() {
        Pods pods = Pods.of(List.of(cores("a", 2, 1), cores("b", 1, 2)), NODE);
        Packed packed = new Packed(pods);
        for (int size : new int[]{0, 1, 1}) {
            Packed.Node node = new Packed.Node(NODE);
            node.add(size, pods);
            packed.nodes.add(node);
        }
        new Consolidation(packed, List.of(NODE)).run();
        assertThat(packed.nodes).hasSize(1);
        assertThat(packed.nodes.getFirst().cpu).isZero();
    }

    @Test
    void consolidationNeverLosesAPod() {
        Pods pods = Pods.of(List.of(cores("a", 3, 7), cores("b", 2, 9), cores("c", 1, 5)), NODE);
        Packed packed = new Packed(pods);
        for (int size = 0; size < pods.sizes(); size++) {
            for (int i = 0; i < pods.count[size]; i++) {
                Packed.Node node = new Packed.Node(NODE);
                node.add(size, pods);
                packed.nodes.add(node);
            }
        }
        new Consolidation(packed, List.of(NODE)).run();
        // 21 + 18 + 5 = 44 cores: 11 nodes at the least; 7 x 3 + 5 x 1 leave two gaps of one core, and 9 x 2 need five nodes.
        assertThat(packed.nodes.stream().mapToInt(node -> node.sizes.size()).sum()).isEqualTo(21);
        assertThat(packed.nodes).hasSizeBetween(11, 13);
        assertThat(packed.nodes).allMatch(node -> node.cpu >= 0 && node.memory >= 0 && node.room >= 0);
    }

    @Test
    void theTightestFillingFindsPairsThatFirstFitDecreasingMisses() {
        // Ten of CPU: 5 + 3 + 2 twice is full; first fit decreasing puts 5 + 5 together, and then 3 + 3 + 2 + 2.
        NodeSpace ten = node("ten", 10, "1", 10);
        NodePlan plan = Packing.onto(ten, "USD").plan(List.of(cores("a", 5, 2), cores("b", 3, 2), cores("c", 2, 2)));
        assertThat(plan.tightest()).isEqualTo(2);
        // 6 + 4, 4 + 3 + 3: first fit decreasing does 6 + 4, 4 + 3 + 3 too.
        assertThat(Packing.onto(ten, "USD").plan(List.of(cores("a", 6, 1), cores("b", 4, 2), cores("c", 3, 2)))
                .nodes()).isEqualTo(2);
    }

    @Test
    void podsThatArriveInRandomOrderNeedAtLeastTheLowerBound() {
        List<PodGroup> pods = List.of(cores("a", 3, 10), cores("b", 2, 10), cores("c", 1, 10));
        int[] range = Packing.onto(NODE, "USD").arrivals(pods);
        // 60 cores on nodes of 4.
        assertThat(range[0]).isBetween(15, range[1]);
        assertThat(range[1]).isLessThanOrEqualTo(20);
        assertThat(Packing.onto(NODE, "USD").arrivals(pods)).containsExactly(range);
    }

    static PodGroup cores(String workload, int cores, int count) {
        return new PodGroup(workload, 1000L * cores, Bytes.GI, count);
    }

    private static NodePlan plan(PodGroup... pods) {
        return Packing.onto(NODE, "USD").plan(List.of(pods));
    }

    private static NodeSpace node(String name, int cores, String price, int pods) {
        return new NodeSpace(name, 1000L * cores, 4L * cores * Bytes.GI, pods, new BigDecimal(price));
    }
}
