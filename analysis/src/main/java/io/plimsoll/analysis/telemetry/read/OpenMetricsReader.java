package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/// OpenMetrics text, such as `promtool tsdb dump-openmetrics` writes: times in epoch seconds. Known by `# EOF` or `# UNIT`, or by
/// times with a fraction, which Prometheus' own text format never has. Source: the OpenMetrics specification 1.0.
public final class OpenMetricsReader implements TelemetryReader {
    static final Pattern SAMPLE = Pattern.compile(
            "(?m)^[a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{[^\\n]*\\})? +[-+]?(?:[0-9.][0-9.eE+-]*|NaN|Inf)(?: +[-0-9.eE+]+)?(?: +#.*)?\\r?$");
    private static final Pattern SECONDS = Pattern.compile(
            "(?m)^[a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{[^\\n]*\\})? +\\S+ +\\d+\\.\\d+\\r?$");
    private static final Pattern MARK = Pattern.compile("(?m)^# (?:EOF\\s*$|UNIT \\S+)");

    @Override
    public String id() {
        return "openmetrics";
    }

    @Override
    public boolean recognises(String head) {
        return begins(head) && (MARK.matcher(head).find() || SECONDS.matcher(head).find());
    }

    /// Whether the first line that is no comment and no time is a sample.
    static boolean begins(String head) {
        return head.lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !TimeRule.ISO_8601.fits(line)).findFirst()
                .filter(line -> SAMPLE.matcher(line).matches()).isPresent();
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        sink.note("times read as epoch seconds, as OpenMetrics writes them");
        new SampleLines(source, sink, 1000).read(in);
    }
}
