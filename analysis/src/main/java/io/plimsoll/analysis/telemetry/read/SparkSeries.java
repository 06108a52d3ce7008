package io.plimsoll.analysis.telemetry.read;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where the values of a run, or of one of its executors, go.
final class SparkSeries {
    private final SampleSink sink;
    private final Map<String, String> labels;
    private final Map<String, Integer> known = new LinkedHashMap<>();

    SparkSeries(SampleSink sink, Map<String, String> labels) {
        this.sink = sink;
        this.labels = labels;
    }

    /// An executor is to its application what a pod is to its workload.
    SparkSeries executor(String id) {
        Map<String, String> own = new LinkedHashMap<>(labels);
        own.put("executor", id);
        own.put("pod", labels.getOrDefault("workload", "") + (id.equals("driver") ? "-driver" : "-exec-" + id));
        return new SparkSeries(sink, own);
    }

    void give(String metric, long millis, double value) {
        int series = known.computeIfAbsent(metric, name -> {
            int added = sink.newSeries();
            sink.describe(added, name, labels);
            return added;
        });
        sink.sample(series, millis, value);
    }
}
