package io.plimsoll.analysis.telemetry.read;

import java.util.LinkedHashMap;
import java.util.Map;

/// Runs of jobs as samples: at the end of a run, how long it took in seconds; so the start is the time less the value. One that has not
/// ended is a gap at its start.
final class RunSeries {
    private final SampleSink sink;
    private final SeriesIds ids;
    private final FileTimes times;

    RunSeries(Source source, SampleSink sink) {
        this.sink = sink;
        this.ids = new SeriesIds(sink);
        this.times = new FileTimes(source, sink);
    }

    /// @param labels   empty values are left out
    /// @param duration in seconds as the source counts it, empty to take end minus start
    /// @throws IllegalArgumentException why it is no run, for the list of rejects
    void run(String metric, Map<String, String> labels, String start, String end, String duration) {
        Map<String, String> own = new LinkedHashMap<>();
        labels.forEach((name, value) -> {
            if (!value.isEmpty()) {
                own.put(name, value);
            }
        });
        if (start.isEmpty()) {
            throw new IllegalArgumentException("run has not started");
        }
        long from = times.millis(start);
        int series = ids.of(metric, own, Told.gauge("s"));
        if (end.isEmpty()) {
            sink.empty(series, from);
            return;
        }
        long to = times.millis(end);
        double seconds = duration.isEmpty() ? (to - from) / 1000.0 : SampleText.parse(duration);
        if (to < from || seconds < 0) {
            throw new IllegalArgumentException("run ends before it starts");
        }
        sink.sample(series, to, seconds);
    }
}
