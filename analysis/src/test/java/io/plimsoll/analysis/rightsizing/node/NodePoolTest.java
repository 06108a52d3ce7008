package io.plimsoll.analysis.rightsizing.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.NodeEffect;
import io.plimsoll.analysis.rightsizing.NodeRemoval;
import io.plimsoll.analysis.rightsizing.NodeType;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.LinkState;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Nodes that leave 4 cores and 16 GiB to pods at 0.2 an hour: 146 a month.
class NodePoolTest {
    private static final NodeType FOUR = type("x.four", 4, "0.2");
    private static final NodeType EIGHT = type("x.eight", 8, "0.3");

    @Test
    void oneChangeEmptiesANodeThatAnotherWouldEmptyToo() {
        NodePool pool = pool(List.of(), resident("a", 3, 1), resident("b", 3, 1));
        assertThat(pool.effect(Map.of(), Map.of("c/n/Deployment/a/main", size(1, 1)), "").monthlySaving().plain())
                .isEqualTo("146");
        assertThat(pool.effect(Map.of(), Map.of("c/n/Deployment/b/main", size(1, 1)), "").monthlySaving().plain())
                .isEqualTo("146");
        NodeEffect both = pool.effect(Map.of(),
                Map.of("c/n/Deployment/a/main", size(1, 1), "c/n/Deployment/b/main", size(1, 1)), "");
        assertThat(both.now().nodes()).isEqualTo(2);
        assertThat(both.then().nodes()).isEqualTo(1);
        assertThat(both.monthlySaving().plain()).isEqualTo("146");
    }

    @Test
    void anotherTypeIsPackedForTheWholePoolAndTheBestIsNamed() {
        NodePool pool = pool(List.of(), resident("a", 3, 2));
        NodeEffect effect = pool.effect(Map.of(), Map.of(), "x.eight");
        // Two pods of 3 cores: two nodes of 4 for 292, one of 8 for 219.
        assertThat(effect.now().monthly().plain()).isEqualTo("292");
        assertThat(effect.then().monthly().plain()).isEqualTo("219");
        assertThat(effect.bestType().name()).isEqualTo("x.eight");
        assertThat(pool.effect(Map.of(), Map.of(), "").then().nodes()).isEqualTo(2);
    }

    @Test
    void aDaemonSetTakesItsPartOfEachNode() {
        NodePool without = pool(List.of(), resident("a", 2, 4));
        NodePool with = pool(List.of(new PodGroup("agent", 500, Bytes.GI, 1)), resident("a", 2, 4));
        assertThat(without.effect(Map.of(), Map.of(), "").now().nodes()).isEqualTo(2);
        // Only 3.5 cores are left: one pod of 2 a node.
        assertThat(with.effect(Map.of(), Map.of(), "").now().nodes()).isEqualTo(4);
    }

    @Test
    void aTypeThatIsNotOnOfferIsRefused() {
        NodePool pool = pool(List.of(), resident("a", 2, 4));
        assertThatThrownBy(() -> pool.effect(Map.of(), Map.of(), "m6i.large")).isInstanceOf(StepFailure.class)
                .hasMessageContaining("m6i.large");
    }

    @Test
    void theNodesThatWereSeenStandBesideThePackedOnes() {
        NodeEffect effect = pool(List.of(), resident("a", 2, 4)).effect(Map.of(), Map.of(), "");
        assertThat(effect.measured()).hasValue(3);
        assertThat(effect.notes()).anySatisfy(note -> assertThat(note).contains("Anti-affinity"));
        assertThat(effect.low()).isLessThanOrEqualTo(effect.then().nodes());
        assertThat(effect.high()).isGreaterThanOrEqualTo(effect.low());
    }

    @Test
    void whereNothingTellsTheTypeTheOneWithAsManyNodesAsWereSeenIsTaken() {
        List<PodGroup> pods = List.of(PackingTest.cores("a", 3, 2));
        NodeMarket market = market();
        assertThat(PresentType.of(market, List.of(), List.of(), pods, List.of(), 2).type()).isEqualTo(FOUR);
        assertThat(PresentType.of(market, List.of(), List.of(), pods, List.of(), 1).type()).isEqualTo(EIGHT);
        PresentType unseen = PresentType.of(market, List.of(), List.of(), pods, List.of(), 0);
        assertThat(unseen.type()).isEqualTo(EIGHT);
        assertThat(unseen.assumed()).isTrue();
        PresentType labelled = PresentType.of(market, List.of(), List.of("x.four", "x.four", "x.eight"), pods,
                List.of(), 1);
        assertThat(labelled.type()).isEqualTo(FOUR);
        assertThat(labelled.assumed()).isFalse();
    }

    private static NodePool pool(List<PodGroup> daemons, PodCensus.Resident... residents) {
        return new NodePool(List.of(residents), daemons, new PresentType(FOUR, false, "The bill says x.four."),
                market(), new NodeRemoval(NodeRemoval.Kind.UNKNOWN, "", ""));
    }

    private static NodeMarket market() {
        return new NodeMarket(List.of(FOUR, EIGHT), name -> Optional.empty());
    }

    static PodCensus.Resident resident(String name, double cores, int replicas) {
        Workload workload = new Workload(new WorkloadKey("c", "n", "Deployment", name, "main"), name, List.of(),
                List.of(), List.of(), null, LinkState.values()[0], List.of());
        return new PodCensus.Resident(workload, "Deployment", size(cores, replicas), 0, 0,
                Set.of("c/n1", "c/n2", "c/n3"), false);
    }

    static Size size(double cores, int replicas) {
        return new Size(cores, OptionalDouble.empty(), Bytes.GI, 0, replicas);
    }

    private static NodeType type(String name, int cores, String price) {
        return new NodeType(VmType.named("x", name, cores, 4.0 * cores, Money.of(price, "USD")), 1000L * cores,
                4L * cores * Bytes.GI, 110, "nothing is reserved");
    }
}
