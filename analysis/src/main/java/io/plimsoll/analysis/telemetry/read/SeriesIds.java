package io.plimsoll.analysis.telemetry.read;

import java.util.HashMap;
import java.util.Map;

/// Describes each series of a file once, however often its name comes.
final class SeriesIds {
    private final SampleSink sink;
    private final Map<Key, Integer> known = new HashMap<>();

    SeriesIds(SampleSink sink) {
        this.sink = sink;
    }

    /// The sink's number of the series.
    int of(String metric, Map<String, String> labels, Told told) {
        Key key = new Key(metric, labels, told);
        Integer id = known.get(key);
        if (id == null) {
            id = sink.newSeries();
            sink.describe(id, metric, labels, told);
            known.put(new Key(metric, Map.copyOf(labels), told), id);
        }
        return id;
    }

    private record Key(String metric, Map<String, String> labels, Told told) {}
}
