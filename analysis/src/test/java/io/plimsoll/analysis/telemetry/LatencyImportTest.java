package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.read.MetricCatalog;
import io.plimsoll.analysis.telemetry.read.MetricRule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LatencyImportTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"http_request_duration_seconds,0.95,1,SAMPLE", "http_server_requests_seconds,0.99,1,SAMPLE",
        "istio_request_duration_milliseconds,0.5,0.001,SAMPLE", "checkout_latency_p95_seconds,'',1,SAMPLE",
        "job:request_latency_ms:p99,'',0.001,SAMPLE", "api_latency_avg_ms,'',0.001,AVERAGE",
        "http_response_time_max_seconds,'',1,MAXIMUM", "http.server.request.duration,'',1,SAMPLE",
        "TargetResponseTime,'',1,SAMPLE"})
    void whatSaysHowLongRequestsTakeIsALatencyInSeconds(String metric, String quantile, double factor,
            Statistic statistic) {
        MetricRule rule = MetricCatalog.rule(metric, quantile.isEmpty() ? Map.of() : Map.of("quantile", quantile));
        assertThat(rule.measure()).isEqualTo(Measure.LATENCY_SECONDS);
        assertThat(rule.factor()).isEqualTo(factor);
        assertThat(rule.unit()).isEqualTo("seconds");
        assertThat(rule.statistic()).isEqualTo(statistic);
    }

    @ParameterizedTest
    @CsvSource({"go_gc_duration_seconds,0.5", "rest_client_request_duration_seconds,0.99", "request_latency,''",
        "http_requests_total,''", "up,''", "batch_run_time_seconds,''", "Latency,''"})
    void whatWaitsForOthersOrHasNoUnitIsNone(String metric, String quantile) {
        assertThat(MetricCatalog.rule(metric, Map.of("quantile", quantile)).measure()).isEqualTo(Measure.OTHER);
    }

    @Test
    void aQuantileIsReadFromLabelNameOrStatistic() {
        assertThat(LatencyQuantile.of("x_seconds", Map.of("quantile", "0.95"))).hasValue(0.95);
        assertThat(LatencyQuantile.of("x_latency_p999_ms", Map.of())).hasValue(0.999);
        assertThat(LatencyQuantile.of("job:x:q50", Map.of())).hasValue(0.5);
        assertThat(LatencyQuantile.of("TargetResponseTime", Map.of("stat", "p99.9"))).hasValue(0.9990000000000001);
        assertThat(LatencyQuantile.of("http2_seconds", Map.of("stat", "Average"))).isEmpty();
        assertThat(LatencyQuantile.text(0.9990000000000001)).isEqualTo("p99.9");
        assertThat(LatencyQuantile.text(0.95)).isEqualTo("p95");
    }

    /// 60 requests a step: 30 up to 0.1 s, 54 up to 0.5 s, 57 up to 1 s, 60 up to 2 s. Of 60 the 57th ends the p95: 1 s.
    @Test
    void aHistogramBecomesItsP95() throws IOException {
        StringBuilder text = new StringBuilder("# TYPE http_request_duration_seconds histogram\n");
        String[] bounds = {"0.1", "0.5", "1", "2", "+Inf"};
        int[] counts = {30, 54, 57, 60, 60};
        for (int step = 0; step < 4; step++) {
            for (int i = 0; i < bounds.length; i++) {
                line(text, "http_request_duration_seconds_bucket{pod=\"api-0\",le=\"" + bounds[i] + "\"} "
                        + step * counts[i], step);
            }
            line(text, "http_request_duration_seconds_sum{pod=\"api-0\"} " + step * 18, step);
            line(text, "http_request_duration_seconds_count{pod=\"api-0\"} " + step * 60, step);
        }
        try (Workbench workbench = load(text)) {
            TelemetrySeries found = only(workbench);
            assertThat(found.key()).isEqualTo("http_request_duration_seconds:p95{pod=\"api-0\"}");
            assertThat(found.labels()).doesNotContainKey("le");
            assertThat(samples(workbench, found)).hasSize(3).allSatisfy(
                    value -> assertThat(value).isCloseTo(1, within(1e-9)));
        }
    }

    /// In milliseconds, and the p95 lies inside a bucket: 90 of 100 up to 100 ms, all up to 200 ms: 100 + 100 · 5 / 10.
    @Test
    void thePlaceWithinABucketIsInterpolatedAndMillisecondsBecomeSeconds() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int step = 0; step < 3; step++) {
            line(text, "istio_request_duration_milliseconds_bucket{pod=\"api-0\",le=\"100\"} " + step * 90, step);
            line(text, "istio_request_duration_milliseconds_bucket{pod=\"api-0\",le=\"200\"} " + step * 100, step);
            line(text, "istio_request_duration_milliseconds_bucket{pod=\"api-0\",le=\"+Inf\"} " + step * 100, step);
        }
        try (Workbench workbench = load(text)) {
            assertThat(samples(workbench, only(workbench))).hasSize(2).allSatisfy(
                    value -> assertThat(value).isCloseTo(0.15, within(1e-9)));
        }
    }

    @Test
    void sumAndCountAloneGiveTheMean() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int step = 0; step < 3; step++) {
            line(text, "http_server_requests_seconds_sum{pod=\"api-0\"} " + step * 3, step);
            line(text, "http_server_requests_seconds_count{pod=\"api-0\"} " + step * 60, step);
        }
        try (Workbench workbench = load(text)) {
            TelemetrySeries found = only(workbench);
            assertThat(found.statistic()).isEqualTo(Statistic.AVERAGE);
            assertThat(samples(workbench, found)).hasSize(2).allSatisfy(
                    value -> assertThat(value).isCloseTo(0.05, within(1e-9)));
        }
    }

    private static void line(StringBuilder text, String sample, int step) {
        text.append(sample).append(' ').append(1_760_000_000L + 60 * step).append(".000\n");
    }

    private Workbench load(StringBuilder text) throws IOException {
        Path file = folder.resolve("latency.om.txt");
        Files.writeString(file, text.append("# EOF\n"));
        Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        workbench.telemetry().importFiles(List.of(file), Optional.empty(), Progress.NONE, Cancellation.never());
        return workbench;
    }

    private static TelemetrySeries only(Workbench workbench) {
        List<TelemetrySeries> found = workbench.telemetry().series(SeriesFilter.of(Measure.LATENCY_SECONDS));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<Double> samples(Workbench workbench, TelemetrySeries series) {
        return Arrays.stream(workbench.telemetry()
                .samples(series.id(), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")).values()).boxed().toList();
    }
}
