package io.plimsoll.analysis.telemetry;

import java.time.Instant;
import java.util.Map;

/// One stored series. Identity fields are empty where the source did not say.
///
/// @param id         stays the same over re-imports
/// @param key        metric and labels as Prometheus writes a selector, sorted
/// @param metric     as the source calls it
/// @param unit       of every value
/// @param labels     all labels, `__name__` excluded
/// @param container  empty for the pod as a whole
/// @param resourceId the bill's id of a machine, if the source carries it
/// @param samples    how many are stored
/// @param first      time of the first sample
/// @param last       time of the last sample
public record TelemetrySeries(long id, String key, String metric, Measure measure, Statistic statistic, String unit,
        Map<String, String> labels, String cluster, String namespace, String pod, String container, String node,
        String resourceId, long samples, Instant first, Instant last) {
    public TelemetrySeries {
        labels = Map.copyOf(labels);
    }
}
