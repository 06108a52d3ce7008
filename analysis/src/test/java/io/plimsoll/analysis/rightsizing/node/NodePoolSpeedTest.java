package io.plimsoll.analysis.rightsizing.node;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.NodeEffect;
import io.plimsoll.analysis.rightsizing.NodeRemoval;
import io.plimsoll.analysis.rightsizing.NodeType;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

/// A slider dragged over 400 steps is answered within 50 ms a step for a thousand pods of 120 workloads and 42 node types.
@Tag("slow")
class NodePoolSpeedTest {
    /// Of this thread: the machine may be busy with others.
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @Test
    void anAnswerForAThousandPodsTakesWellUnderFiftyMilliseconds() {
        Random random = new Random(7);
        List<PodCensus.Resident> residents = new ArrayList<>();
        for (int left = 1000, i = 0; left > 0; i++) {
            int count = Math.min(left, 1 + random.nextInt(16));
            residents.add(resident("w" + i, count, random));
            left -= count;
        }
        List<NodeType> types = types();
        NodeType present = types.stream().filter(each -> each.name().equals("m6i.4xlarge")).findFirst().orElseThrow();
        NodePool pool = new NodePool(residents, List.of(new PodGroup("agent", 100, 200 * Bytes.MI, 1)),
                new PresentType(present, false, ""), new NodeMarket(types, name -> Optional.empty()),
                new NodeRemoval(NodeRemoval.Kind.KARPENTER, "", ""));
        String changed = residents.getFirst().workload().key().toString();
        double[] millis = new double[400];
        NodeEffect last = null;
        for (int i = 0; i < millis.length; i++) {
            Size size = new Size(0.1 + 0.01 * i, OptionalDouble.empty(), Bytes.GI + i * 8 * Bytes.MI, 0, 12);
            long start = CPU.getCurrentThreadCpuTime();
            last = pool.effect(Map.of(), Map.of(changed, size), i % 2 == 0 ? "" : "r6i.2xlarge");
            millis[i] = (CPU.getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf("%d workloads, %d nodes; p50 %.2f ms, p95 %.2f ms, max %.2f ms%n", residents.size(),
                last.then().nodes(), millis[200], millis[380], millis[399]);
        assertThat(millis[380]).isLessThan(50);
    }

    private static PodCensus.Resident resident(String name, int count, Random random) {
        PodCensus.Resident plain = NodePoolTest.resident(name, 1, count);
        double cores = Math.ceil(40 * Math.exp(random.nextGaussian() - 1)) / 20;
        long memory = (long) Math.ceil(32 * Math.exp(random.nextGaussian() - 1)) * 128 * Bytes.MI;
        return plain.with(new Size(Math.min(6, cores), OptionalDouble.empty(), Math.min(12 * Bytes.GI, memory), 0,
                count));
    }

    private static List<NodeType> types() {
        List<NodeType> types = new ArrayList<>();
        Map<String, Integer> series = Map.of("c6i", 2, "c7i", 2, "m6i", 4, "m7i", 4, "r6i", 8, "r7i", 8);
        String[] sizes = {"large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"};
        int[] cores = {2, 4, 8, 16, 32, 48, 64};
        series.forEach((name, gib) -> {
            for (int i = 0; i < sizes.length; i++) {
                BigDecimal price = new BigDecimal("0.0316").add(new BigDecimal("0.0042").multiply(new BigDecimal(gib)))
                        .multiply(BigDecimal.valueOf(cores[i]));
                types.add(Reserved.of(VmType.named("aws", name + "." + sizes[i], cores[i], (double) gib * cores[i],
                        new Money(price, "USD"))));
            }
        });
        types.sort(Comparator.comparing((NodeType each) -> each.type().pricePerHour()).thenComparing(NodeType::name));
        return types;
    }
}
