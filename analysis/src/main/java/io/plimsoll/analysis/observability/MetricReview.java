package io.plimsoll.analysis.observability;

import java.util.List;

/// All loaded series of one metric.
///
/// @param samples    of all of its series
/// @param share      of all loaded samples, 0..1
/// @param readers    what of Plimsoll reads it, in words
/// @param mentions   where the clone names it
/// @param constant   series that had one value all the time
/// @param duplicates series of which another has the same values at the same times
/// @param twin       a metric of such another, empty without one
/// @param gone       series of workloads that ended before the telemetry did
/// @param widest     the label with the most values, empty without labels
/// @param values     how many values that label has
/// @param step       usual seconds between samples, 0 if not known
public record MetricReview(String metric, long series, long samples, double share, List<String> readers,
        List<Mention> mentions, long constant, long duplicates, String twin, long gone, String widest, long values,
        long step) {
    public MetricReview {
        readers = List.copyOf(readers);
        mentions = List.copyOf(mentions);
    }

    /// Whether nothing that is known here uses it.
    public boolean isUnused() {
        return readers.isEmpty() && mentions.isEmpty();
    }
}
