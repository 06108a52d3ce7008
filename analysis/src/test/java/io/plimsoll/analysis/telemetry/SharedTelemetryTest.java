package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// Every real sample of telemetry either loads, with known counts, or is told why not.
class SharedTelemetryTest extends TelemetryTest {
    private static Path shared(String name) {
        Path file = SampleTelemetryTest.beside("shared/data").resolve(name);
        assumeThat(file).as("the samples are not on this machine").exists();
        return file;
    }

    private void check(String file, String profile, long read, long series, long samples, long rejected) {
        TelemetryImport done = load(shared(file));
        check(done, profile, read, series, samples, rejected);
    }

    private static void check(TelemetryImport done, String profile, long read, long series, long samples,
            long rejected) {
        assertThat(List.of(done.files().getFirst().profile(), done.read(), done.series(), done.samples(),
                done.rejected())).isEqualTo(List.of(profile, read, series, samples, rejected));
        assertNothingIsMissing(done);
    }

    @ParameterizedTest
    @CsvSource({"telemetry/otlp/metrics.json,otlp,4,1,1,3",
        "telemetry/prometheus/dump-openmetrics-roundtrip-test.prom,openmetrics,14,7,12,0",
        "telemetry/prometheus/dump-openmetrics-test.prom,openmetrics,10,2,10,0",
        "telemetry/prometheus/dump-test-1.prom,promtool-dump,15,3,15,0",
        "telemetry/prometheus/dump-test-2.prom,promtool-dump,10,2,10,0",
        "telemetry/prometheus/dump-test-3.prom,promtool-dump,2,1,2,0",
        "telemetry/spark-eventlogs/databricks-aws,spark-eventlog,20,13,20,0",
        "telemetry/spark-eventlogs/emr,spark-eventlog,15,12,15,0",
        "telemetry/spark-eventlogs/eventlog_2nodes_8cores,spark-eventlog,15,12,15,0",
        "telemetry/spark-eventlogs/eventlog_3nodes_12cores_exec_removed,spark-eventlog,23,16,23,0",
        "telemetry/spark-eventlogs/eventlog_4nodes_8cores_dynamic_alloc.zstd,spark-eventlog,162,85,162,0",
        "telemetry/spark-eventlogs/eventlog_minimal_events,spark-eventlog,12,5,12,0",
        "telemetry/spark-eventlogs/nds_q66_gpu.zstd,spark-eventlog,116,66,116,0",
        "telemetry/spark-eventlogs/tasks_executors_fail_compressed_eventlog.zstd,spark-eventlog,136,67,136,0",
        "telemetry/spark-eventlogs/xgboost_eventlog.zstd,spark-eventlog,114,21,114,0",
        "joint/optscale-demo/utilisation.csv.gz,telemetry-csv,41722,35,41722,0"})
    void smallSamplesLoad(String file, String profile, long read, long series, long samples, long rejected) {
        check(file, profile, read, series, samples, rejected);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"telemetry/alibaba-genai-2026/pod_gpu_duty_cycle_anon.csv.gz,telemetry-wide-csv,157417,143,157417,0",
        "telemetry/alibaba-genai-2026/pod_gpu_memory_used_bytes_anon.csv.gz,telemetry-wide-csv,161413,144,161413,0",
        "telemetry/alibaba-genai-2026/pod_memory_util_anon.csv.gz,telemetry-wide-csv,214890,208,214888,0",
        "telemetry/alibaba-genai-2026/qps.csv.gz,telemetry-wide-csv,24627,108,24627,0",
        "telemetry/bitbrains/bitbrains-small-trace.parquet,telemetry-wide-csv,830937,150,830937,0",
        "joint/optscale-demo/k8s_metrics.csv.gz,telemetry-wide-csv,93104,176,93104,0"})
    void largeSamplesLoad(String file, String profile, long read, long series, long samples, long rejected) {
        check(file, profile, read, series, samples, rejected);
    }

    @ParameterizedTest
    @CsvSource({
        "telemetry/alibaba-gpu-2023/openb_node_list_all_node.csv,UNKNOWN_FORMAT,telemetry-wide-csv,MISSING_COLUMN",
        "telemetry/alibaba-gpu-2023/openb_pod_list_default.csv,UNKNOWN_FORMAT,telemetry-wide-csv,MISSING_COLUMN",
        "telemetry/bitbrains/bitbrains-small-meta.parquet,UNKNOWN_FORMAT,telemetry-wide-csv,MISSING_COLUMN",
        "telemetry/azure-llm/AzureLLMInferenceTrace_code.csv,TIME_WITHOUT_ZONE,,",
        "telemetry/prometheus/1histogram.om.txt,TIME_MISSING,,",
        "telemetry/prometheus/alltypes.5mfs.om.txt,TIME_MISSING,,",
        "telemetry/prometheus/metrics-test.prom,TIME_MISSING,,",
        "telemetry/prometheus/dump-series-1.prom,NO_SAMPLES,,",
        "telemetry/prometheus/dump-series-2.prom,NO_SAMPLES,,",
        "telemetry/prometheus/dump-series-3.prom,NO_SAMPLES,,",
        "telemetry/prometheus/tsdb-block-index_format_v1/index,TSDB_BLOCK,,",
        "telemetry/prometheus/tsdb-block-index_format_v1/meta.json,TSDB_BLOCK,,",
        "telemetry/prometheus/tsdb-block-index_format_v1/tombstones,TSDB_BLOCK,,",
        "telemetry/prometheus/tsdb-block-index_format_v1/chunks/000001,TSDB_BLOCK,,"})
    void othersAreToldWhyNot(String file, String code, @Nullable String profile, @Nullable String then) {
        assertThat(codeOf(shared(file))).isEqualTo(code);
        if (profile != null) {
            assertThat(codeOf(new TelemetryRequest(List.of(shared(file)), profile, null, null))).isEqualTo(then);
        }
    }

    @Test
    void whatTheUserSaysMakesTheOthersLoad() {
        check(load(new TelemetryRequest(List.of(shared("telemetry/azure-llm/AzureLLMInferenceTrace_code.csv")), null,
                ZoneId.of("UTC"), null), Cancellation.never()), "telemetry-wide-csv", 17_638, 2, 1828, 0);
        Instant at = Instant.parse("2026-10-01T00:00:00Z");
        check(load(new TelemetryRequest(List.of(shared("telemetry/prometheus/metrics-test.prom")), null, null, at),
                Cancellation.never()), "prometheus-text", 27, 27, 6, 0);
        // One latency is negative and left out.
        check(load(new TelemetryRequest(List.of(shared("telemetry/prometheus/alltypes.5mfs.om.txt")), null, null, at),
                Cancellation.never()), "openmetrics", 53, 53, 18, 0);
    }

    @Test
    void theRollingLogIsOne() throws IOException {
        Path log = shared("telemetry/spark-eventlogs/eventlog_v2_local-1623876083964");
        try (Stream<Path> all = Files.list(log)) {
            TelemetryImport done = load(all.filter(Telemetry::isTelemetry).toArray(Path[]::new));
            assertThat(done.files()).hasSize(2);
            check(done, "spark-eventlog", 25, 10, 25, 0);
        }
    }
}
