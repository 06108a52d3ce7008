package io.plimsoll.analysis.rightsizing.node;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.rightsizing.NodeRemoval;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;

import static org.assertj.core.api.Assertions.assertThat;

class NodeRemovalsTest {
    @Test
    void karpentersNodePoolRemovesNodesByItself() {
        NodeRemoval removal = NodeRemovals.of(List.of(),
                knobs("pool.yaml", """
                                   apiVersion: karpenter.sh/v1
                                   kind: NodePool
                                   metadata: {name: general}
                                   spec:
                                     limits: {cpu: 100}
                                     disruption: {consolidationPolicy: WhenEmptyOrUnderutilized}
                                   """), 5, List.of());
        assertThat(removal.kind()).isEqualTo(NodeRemoval.Kind.KARPENTER);
        assertThat(removal.sentence()).contains("general").contains("by itself");
        assertThat(removal.place()).isEqualTo("pool.yaml");
    }

    @Test
    void aNodePoolThatRemovesEmptyNodesOnlySaysSo() {
        NodeRemoval removal = NodeRemovals.of(List.of(),
                knobs("pool.yaml", """
                                   apiVersion: karpenter.sh/v1
                                   kind: NodePool
                                   metadata: {name: general}
                                   spec:
                                     disruption: {consolidationPolicy: WhenEmpty}
                                   """), 5, List.of());
        assertThat(removal.sentence()).contains("only when they are empty");
    }

    @Test
    void aNodeGroupWhoseLeastNumberIsWhatIsThereStaysUntilItIsLowered() {
        String group = """
                       module "eks" {
                         eks_managed_node_groups = {
                           general = {
                             instance_types = ["m6i.xlarge"]
                             min_size = %d
                             max_size = 10
                           }
                         }
                       }
                       """;
        assertThat(NodeRemovals.of(List.of(), knobs("eks.tf", group.formatted(5)), 5, List.of()).kind())
                .isEqualTo(NodeRemoval.Kind.FIXED);
        assertThat(NodeRemovals.of(List.of(), knobs("eks.tf", group.formatted(10)), 0, List.of()).kind())
                .isEqualTo(NodeRemoval.Kind.FIXED);
        assertThat(NodeRemovals.of(List.of(), knobs("eks.tf", group.formatted(2)), 5, List.of()).kind())
                .isEqualTo(NodeRemoval.Kind.AUTOSCALER);
    }

    @Test
    void theBillAndWhatRunsTellWhereGitDoesNot() {
        BilledResource billed = new BilledResource("asg", "nodes", "", "", "", Money.zero("USD"), "",
                Map.of("karpenter.sh/nodepool", "general"));
        assertThat(NodeRemovals.of(List.of(billed), List.of(), 5, List.of()).kind())
                .isEqualTo(NodeRemoval.Kind.KARPENTER);
        assertThat(NodeRemovals.of(List.of(), List.of(), 5, List.of("web", "cluster-autoscaler")).kind())
                .isEqualTo(NodeRemoval.Kind.AUTOSCALER);
        assertThat(NodeRemovals.of(List.of(), List.of(), 5, List.of("web")).kind())
                .isEqualTo(NodeRemoval.Kind.UNKNOWN);
    }

    private static List<Knob> knobs(String file, String text) {
        return Knobs.find(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
