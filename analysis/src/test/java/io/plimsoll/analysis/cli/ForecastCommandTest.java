package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.BreachForecast;
import io.plimsoll.analysis.rightsizing.BreachStanding;
import io.plimsoll.analysis.rightsizing.Breaches;
import io.plimsoll.analysis.rightsizing.SampleWorkbench;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.Measure;

import static org.assertj.core.api.Assertions.assertThat;

/// Breaches and latency in the sample case.
class ForecastCommandTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void load() throws IOException {
        SampleWorkbench.open(folder, false, false).close();
    }

    private static Object[] words(String... words) {
        Object[] all = new Object[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--workspace";
        all[words.length + 1] = folder.resolve("workspace");
        return all;
    }

    @Test
    void theModelSaysHowItDidAndIsKeptUntilTheDataChange() {
        try (Workbench workbench = Workbench.open(folder.resolve("workspace"))) {
            Breaches learned = workbench.rightsizing().outlook().breaches(Progress.NONE, Cancellation.never());
            assertThat(workbench.rightsizing().outlook().breaches(Progress.NONE, Cancellation.never()))
                    .isSameAs(learned);
            for (BreachStanding each : learned.standings()) {
                System.out.println("sample case, " + each.measure() + ", " + each.trained() + " learned: "
                        + each.sentence());
            }
            assertThat(learned.standings()).extracting(BreachStanding::measure).containsExactly(Measure.CPU_CORES,
                    Measure.MEMORY_BYTES);
            Size small = new Size(0.01, OptionalDouble.empty(), 1 << 20, 1 << 20, 9);
            List<BreachForecast> sure = workbench.rightsizing().outlook().forecast("multimodal-feature-extraction",
                    small,
                    Progress.NONE,
                    Cancellation.never());
            assertThat(sure).hasSize(2).allSatisfy(each -> assertThat(each.probability()).isGreaterThan(0.6));
        }
    }

    @Test
    void theTextSaysForecastAndVerdict() {
        CommandLineRun text = CommandLineRun
                .of(words("rightsize", "--workload", "multimodal-feature-extraction", "--breach"));
        assertThat(text.out()).contains("breach tomorrow: CPU").contains("breach, memory: Switched")
                .contains(" points: ");
    }

    @Test
    void rightsizeTellsForecastReasonsProvenanceAndThatThereIsNoLatency() {
        JsonNode advice = CommandLineRun
                .of(words("rightsize", "--workload", "multimodal-feature-extraction", "--breach", "--json"))
                .json().get(0);
        assertThat(advice.get("breach")).hasSize(2).allSatisfy(each -> {
            assertThat(each.get("probability").asDouble()).isBetween(0.0, 1.0);
            assertThat(each.get("model").get("sentence").asString()).startsWith("Switched o");
            assertThat(each.get("learned").asBoolean()).isEqualTo(each.get("model").get("on").asBoolean());
        });
        assertThat(advice.get("latency").get("current").get("code").asString()).isEqualTo("NO_LATENCY_DATA");
        CommandLineRun text = CommandLineRun.of(words("rightsize", "--workload", "multimodal-feature-extraction"));
        assertThat(text.exitCode()).isZero();
        assertThat(text.out()).doesNotContain("breach").contains("latency: No latency data");
    }
}
