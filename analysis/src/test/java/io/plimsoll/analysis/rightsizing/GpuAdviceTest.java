package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// GPUs as NVIDIA's exporter tells of them, scraped by Prometheus: the exporter's own pod is `pod`, the one that holds the GPU
/// `exported_pod`.
class GpuAdviceTest {
    private static final String EXPORTER = "namespace=\"gpu-operator\",pod=\"nvidia-dcgm-exporter-x7k2p\",container=\"exporter\"";

    @TempDir
    Path folder;

    @Test
    void aGpuThatIsIdleMostOfTheTimeIsFoundWithItsCostAndASmallerSlice() throws IOException {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            new SmallBill().type("p4d.24xlarge")
                    .tags("{\"app.kubernetes.io/name\": \"tagger\", \"kubernetes-namespace\": \"ml\"}")
                    .daily("Compute", "i-0gpu0001", "", "BoxUsage:p4d.24xlarge", 24, "Hrs", "100")
                    .load(workbench, folder);
            load(workbench);

            IdleReport report = workbench.idleResources().idle(Cancellation.never());
            IdleFinding tagger = report.findings().stream().filter(each -> each.name().equals("tagger")).findFirst()
                    .orElseThrow();
            // 3 of 4 samples are idle, and so is that part of 100 a day.
            assertThat(tagger.kind()).isEqualTo(IdleKind.IDLE_GPU);
            assertThat(tagger.cost().orElseThrow().rounded(2).plain()).isEqualTo("2281.25");
            assertThat(tagger.evidence()).contains("2 GPUs are idle 75 % of the time and busy 6.0 hours a day",
                    "would fit 1 at 80 %", "a slice 3g.40gb of NVIDIA A100-SXM4-80GB");
            assertThat(tagger.certainty()).isEqualTo(Certainty.POSSIBLE);
            assertThat(report.findings()).filteredOn(each -> each.kind() == IdleKind.IDLE_GPU)
                    .extracting(IdleFinding::name)
                    .as("the exporter holds no GPU, and the slices of embed are busy").containsExactly("tagger");

            WorkloadAdvice advice = advice(workbench, "ml/tagger");
            assertThat(advice.objections()).filteredOn(each -> each.code() == Refusal.GPU_BOUND).singleElement()
                    .extracting(Objection::sentence).asString().contains("idle 75 %", "the highest memory");
            assertThat(advice.refused()).isTrue();
            assertThat(advice.reasons()).anyMatch(each -> each.contains("3g.40gb"));
            assertThat(advice(workbench, "ml/embed").reasons()).as("half of a 3g.40gb, 9 GB")
                    .anyMatch(each -> each.contains("a slice 2g.20gb"));
        }
    }

    private void load(Workbench workbench) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String metric : List.of("DCGM_FI_DEV_GPU_UTIL", "DCGM_FI_DEV_FB_USED", "DCGM_FI_PROF_GR_ENGINE_ACTIVE")) {
            text.append("# TYPE ").append(metric).append(" gauge\n");
            for (int gpu = 0; gpu < 2; gpu++) {
                for (int hour = 0; hour < 48; hour++) {
                    double value = switch (metric) {
                        case "DCGM_FI_DEV_GPU_UTIL" -> hour % 4 == 0 ? 30 : 0;
                        case "DCGM_FI_DEV_FB_USED" -> 20_000;
                        default -> Double.NaN;
                    };
                    if (!Double.isNaN(value)) {
                        row(text, metric, "gpu=\"" + gpu + "\",UUID=\"GPU-" + gpu
                                + "\",modelName=\"NVIDIA A100-SXM4-80GB\",exported_namespace=\"ml\",exported_pod=\"tagger-6b7f9c5d4-xk2qz\","
                                + "exported_container=\"tagger\"", hour, value);
                        row(text, metric, "gpu=\"7\",UUID=\"GPU-7\",modelName=\"NVIDIA A100-SXM4-80GB\"", hour, gpu);
                    }
                    slice(text, metric, gpu, hour);
                }
            }
        }
        text.append("# EOF\n");
        Path file = Files.writeString(folder.resolve("dcgm.openmetrics"), text);
        workbench.telemetry().importFiles(List.of(file), Optional.of("openmetrics"), Progress.NONE,
                Cancellation.never());
    }

    private static void slice(StringBuilder text, String metric, int gpu, int hour) {
        double value = switch (metric) {
            case "DCGM_FI_PROF_GR_ENGINE_ACTIVE" -> 0.5;
            case "DCGM_FI_DEV_FB_USED" -> 9_000;
            default -> Double.NaN;
        };
        if (!Double.isNaN(value)) {
            row(text, metric, "gpu=\"5\",UUID=\"GPU-5\",GPU_I_ID=\"" + (gpu + 1) + "\",GPU_I_PROFILE=\"3g.40gb\","
                    + "modelName=\"NVIDIA A100-SXM4-80GB\",exported_namespace=\"ml\",exported_pod=\"embed-5d8f7c9b6-zq4x"
                    + (gpu + 4) + "\","
                    + "exported_container=\"embed\"", hour, value);
        }
    }

    private static void row(StringBuilder text, String metric, String labels, int hour, double value) {
        long time = SmallBill.LAST.minusDays(2).atStartOfDay().toEpochSecond(ZoneOffset.UTC) + 3600L * hour;
        text.append(String.format(Locale.ROOT, "%s{%s,Hostname=\"node-a\",%s} %s %d%n", metric, labels, EXPORTER, value,
                time));
    }

    private static WorkloadAdvice advice(Workbench workbench, String workload) {
        return workbench.rightsizing().advise(AdviceQuery.of(workload), Progress.NONE, Cancellation.never()).getFirst();
    }
}
