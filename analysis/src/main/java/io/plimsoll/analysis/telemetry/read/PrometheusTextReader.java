package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/// Prometheus' text format, as `curl .../metrics` and `/federate` give it: times, where there are any, in epoch milliseconds. Known by
/// `# TYPE` and `# HELP` lines without a mark of OpenMetrics, or by times of twelve and more digits.
public final class PrometheusTextReader implements TelemetryReader {
    private static final Pattern MILLIS = Pattern.compile(
            "(?m)^[a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{[^\\n]*\\})? +\\S+ +\\d{12,14}\\r?$");
    private static final Pattern COMMENT = Pattern.compile("(?m)^# (?:TYPE|HELP) \\S+");

    @Override
    public String id() {
        return "prometheus-text";
    }

    @Override
    public boolean recognises(String head) {
        return OpenMetricsReader.begins(head) && (COMMENT.matcher(head).find() || MILLIS.matcher(head).find());
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        sink.note("times, where there are any, read as epoch milliseconds, as Prometheus' text format has them");
        new SampleLines(source, sink, 1).read(in);
    }
}
