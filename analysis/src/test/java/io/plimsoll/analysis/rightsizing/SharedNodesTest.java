package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;

/// Workloads a and b with two pods of 1.9 cores each on two nodes that the cluster labels m6i.xlarge: 3 920m are left to pods, 0.192 an
/// hour is 140.16 a month. An agent runs on each node, and c on another one. There is no bill.
class SharedNodesTest {
    private static final long START = 1_793_000_000L;
    @TempDir
    static Path folder;
    private static Workbench workbench;
    private static final List<String> SERIES = new ArrayList<>();

    @BeforeAll
    static void load() throws IOException {
        for (int i = 0; i < 2; i++) {
            pod("StatefulSet", "a", "a-" + i, "n" + i, "1.9");
            pod("StatefulSet", "b", "b-" + i, "n" + (1 - i), "1.9");
        }
        pod("StatefulSet", "c", "c-0", "n2", "1");
        for (int i = 0; i < 3; i++) {
            pod("DaemonSet", "agent", "agent-" + i + "abcd", "n" + i, "0.02");
            series("kube_node_labels", "\"node\":\"ip-10-0-0-" + i
                    + "\",\"label_node_kubernetes_io_instance_type\":\"m6i.xlarge\"", "1");
        }
        Path file = folder.resolve("cluster.json");
        Files.writeString(file, "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
                + String.join(",", SERIES) + "]}}");
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        workbench.telemetry().importFiles(List.of(file), Optional.empty(), Progress.NONE, Cancellation.never());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void podsOnOneNodeShareAPoolAndTheClusterTellsTheType() {
        NodeEffect nodes = whatIf("a").answer(whatIf("a").current()).nodes();
        assertThat(nodes.pool()).containsExactly("a", "b");
        assertThat(nodes.assumed()).isFalse();
        assertThat(nodes.type().name()).isEqualTo("m6i.xlarge");
        assertThat(nodes.measured()).hasValue(2);
        // 4 x 1.9 and 0.02 on each node: two and two.
        assertThat(nodes.now().nodes()).isEqualTo(2);
        assertThat(nodes.removal().kind()).isEqualTo(NodeRemoval.Kind.UNKNOWN);
        assertThat(nodes.notes()).anySatisfy(note -> assertThat(note).contains("DaemonSets that run on each node: 1"));
    }

    @Test
    void anotherPoolIsLeftAlone() {
        assertThat(whatIf("c").answer(whatIf("c").current()).nodes().pool()).containsExactly("c");
    }

    @Test
    void aNodeThatEachStepWouldEmptyAloneIsCountedOnce() {
        Map<String, WhatIfInput> both = new LinkedHashMap<>();
        both.put("a", small());
        both.put("b", small());
        JointEffect effect = workbench.rightsizing().effects().together(both, Progress.NONE, Cancellation.never());
        // 1.9 + 1.9 + 0.04 + 0.04 and the agent's 0.02 are 3.90: one node is enough for each step alone, and for both.
        assertThat(effect.parts()).extracting(part -> part.nodes().rounded(2).plain()).containsExactly("140.16",
                "140.16");
        JointSaving sum = effect.sums().getFirst();
        assertThat(sum.nodes().rounded(2).plain()).isEqualTo("140.16");
        assertThat(sum.nodesApart().rounded(2).plain()).isEqualTo("280.32");
        assertThat(sum.nodesOverlap().rounded(2).plain()).isEqualTo("140.16");
        assertThat(effect.problems()).hasSize(2).allSatisfy(problem -> assertThat(problem).contains("no bill"));
    }

    @Test
    void aNodeThatOnlyBothStepsEmptyIsANegativeOverlap() {
        Map<String, WhatIfInput> both = new LinkedHashMap<>();
        both.put("a", cores(0.9));
        both.put("b", cores(0.9));
        JointSaving sum = workbench.rightsizing().effects().together(both, Progress.NONE, Cancellation.never()).sums()
                .getFirst();
        // 2 x 1.9 + 2 x 0.9 = 5.6 need two nodes, 4 x 0.9 = 3.6 need one.
        assertThat(sum.nodesApart().signum()).isZero();
        assertThat(sum.nodesOverlap().rounded(2).plain()).isEqualTo("-140.16");
    }

    private static WhatIf whatIf(String workload) {
        return workbench.rightsizing().whatIf(workload, Cancellation.never());
    }

    private static WhatIfInput small() {
        return cores(0.04);
    }

    private static WhatIfInput cores(double cores) {
        return new WhatIfInput(cores, OptionalDouble.empty(), Bytes.GI, Bytes.GI, 2, 1);
    }

    private static void pod(String kind, String owner, String pod, String node, String cores) {
        String name = "\"namespace\":\"shop\",\"pod\":\"" + pod + "\"";
        series("kube_pod_owner", name + ",\"owner_kind\":\"" + kind + "\",\"owner_name\":\"" + owner
                + "\",\"owner_is_controller\":\"true\"", "1");
        String place = name + ",\"container\":\"main\",\"node\":\"ip-10-0-0-" + node.substring(1) + "\"";
        series("container_cpu_usage_cores", place, "0.01");
        series("container_memory_working_set_bytes", place, "100000000");
        series("kube_pod_container_resource_requests", place + ",\"resource\":\"cpu\",\"unit\":\"core\"", cores);
        series("kube_pod_container_resource_requests", place + ",\"resource\":\"memory\",\"unit\":\"byte\"",
                Long.toString(Bytes.GI));
    }

    private static void series(String metric, String labels, String value) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            values.add("[" + (START + 300L * i) + ",\"" + value + "\"]");
        }
        SERIES.add("{\"metric\":{\"__name__\":\"" + metric + "\"," + labels + "},\"values\":["
                + String.join(",", values) + "]}");
    }
}
