package io.plimsoll.analysis.rightsizing.current;

import java.util.Map;

import io.plimsoll.analysis.series.TimeSeries;

/// A series of a workload with what its source said of it.
///
/// @param metric as the source calls it
public record LabelledSeries(String replica, String metric, Map<String, String> labels, TimeSeries series) {
    public LabelledSeries {
        labels = Map.copyOf(labels);
    }

    /// The first of these labels that is there; empty if none is.
    public String label(String... names) {
        for (String name : names) {
            String value = labels.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
