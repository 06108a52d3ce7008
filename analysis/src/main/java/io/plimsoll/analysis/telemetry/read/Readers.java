package io.plimsoll.analysis.telemetry.read;

import java.util.List;

import io.plimsoll.analysis.task.StepFailure;

/// Every telemetry format. A new one is a class and a line here.
public final class Readers {
    public static final List<TelemetryReader> ALL = List.of(new PrometheusRangeReader(), new VictoriaMetricsReader(),
            new OtlpReader(), new CloudWatchReader(), new SparkEventLogReader(), new AirflowReader(),
            new PrefectReader(),
            new BurrowReader(), new FlinkMetricsReader(), new ElasticsearchReader(), new TsdbDumpReader(),
            new OpenMetricsReader(), new PrometheusTextReader(), new KafkaLagReader(), new LongCsvReader(),
            new AirflowCsvReader(), new GrafanaCsvReader(), new WideCsvReader());

    private Readers() {
    }

    /// @throws StepFailure UNKNOWN_PROFILE
    public static TelemetryReader byId(String id) {
        return ALL.stream().filter(reader -> reader.id().equals(id)).findFirst()
                .orElseThrow(
                        () -> StepFailure.wrongUsage("UNKNOWN_PROFILE", "There is no telemetry profile " + id + ".",
                                "Known are: " + known()));
    }

    public static StepFailure unknown(String file) {
        return StepFailure.badInput("UNKNOWN_FORMAT", file + " has no telemetry format that Plimsoll knows.",
                "Known are: " + known() + ". Name one with --as if you are sure.");
    }

    private static String known() {
        return String.join(", ", ALL.stream().map(TelemetryReader::id).toList());
    }
}
