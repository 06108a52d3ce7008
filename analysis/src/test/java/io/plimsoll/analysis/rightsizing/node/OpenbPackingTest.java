package io.plimsoll.analysis.rightsizing.node;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.rightsizing.NodePlan;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;

/// The pods of Alibaba's openb trace on nodes of 32 vCPU and 128 GiB, GPUs ignored.
class OpenbPackingTest {
    private static final NodeSpace NODE = new NodeSpace("32x128", 32_000, 128 * Bytes.GI, 1000, BigDecimal.ONE);

    @Test
    void allPodsNeedFewNodesMoreThanTheirSum() throws IOException {
        NodePlan plan = plan("all", pod -> true);
        assertThat(plan.lowerBound()).isEqualTo(2542);
        assertThat(plan.nodes()).isBetween(2542, 2630);
        assertThat((double) plan.tightest() / plan.lowerBound()).isLessThanOrEqualTo(1.03);
    }

    @Test
    void podsWithoutGpuNeedFewNodesMoreThanTheirSum() throws IOException {
        NodePlan plan = plan("CPU only", pod -> pod.get("num_gpu").equals("0"));
        assertThat(plan.lowerBound()).isEqualTo(600);
        assertThat(plan.nodes()).isBetween(600, 642);
        // No packing needs fewer, as the next test proves.
        assertThat(plan.tightest()).isEqualTo(640);
    }

    /// Each pod is given a worth so that no filling of a node is worth more than 1. Then there are at least as many nodes as all pods are
    /// worth. These are the dual prices of the linear programme over all fillings.
    @Test
    void noPackingOfPodsWithoutGpuNeedsFewerThan640Nodes() throws IOException {
        Pods pods = Pods.of(pods(pod -> pod.get("num_gpu").equals("0")), NODE);
        double[] worth = new double[pods.sizes()];
        double all = 0;
        for (int i = 0; i < worth.length; i++) {
            worth[i] = pods.cpu[i] == 20_000 || pods.cpu[i] == 12_000
                    ? pods.cpu[i] / 32_000.0
                    : pods.cpu[i] >= 32_000 ? 1 : pods.cpu[i] >= 12_500 ? 0.5 : 0.25;
            all += worth[i] * pods.count[i];
        }
        assertThat(mostWorth(pods, worth, 0, NODE.cpuMillis(), NODE.memory())).isEqualTo(1);
        assertThat(all).isEqualTo(639.5);
    }

    private static double mostWorth(Pods pods, double[] worth, int from, long cpu, long memory) {
        double most = 0;
        for (int i = from; i < worth.length; i++) {
            if (pods.cpu[i] <= cpu && pods.memory[i] <= memory) {
                most = Math.max(most,
                        worth[i] + mostWorth(pods, worth, i, cpu - pods.cpu[i], memory - pods.memory[i]));
            }
        }
        return most;
    }

    private static NodePlan plan(String name, Predicate<Map<String, String>> wanted) throws IOException {
        List<PodGroup> pods = pods(wanted);
        Packing packing = Packing.onto(NODE, "USD");
        NodePlan plan = packing.plan(pods);
        long start = System.nanoTime();
        packing.plan(pods);
        double millis = (System.nanoTime() - start) / 1e6;
        int[] arrivals = packing.arrivals(pods);
        System.out.printf(
                "%s: %d pods, misfits %d, lower bound %d, FFD %d, consolidated %d (%.4f), tightest %d (%.4f), arrivals %d to %d, %.1f ms%n",
                name, pods.size(), plan.misfits(), plan.lowerBound(), plan.packed(), plan.nodes(),
                (double) plan.nodes() / plan.lowerBound(), plan.tightest(),
                (double) plan.tightest() / plan.lowerBound(), arrivals[0], arrivals[1], millis);
        return plan;
    }

    private static List<PodGroup> pods(Predicate<Map<String, String>> wanted) throws IOException {
        List<PodGroup> pods = new ArrayList<>();
        for (Map<String, String> row : SharedData
                .csv(SharedData.path("telemetry/alibaba-gpu-2023/openb_pod_list_default.csv"))) {
            if (wanted.test(row)) {
                pods.add(new PodGroup(row.get("name"), Long.parseLong(row.get("cpu_milli")),
                        Long.parseLong(row.get("memory_mib")) * Bytes.MI, 1));
            }
        }
        return pods;
    }
}
