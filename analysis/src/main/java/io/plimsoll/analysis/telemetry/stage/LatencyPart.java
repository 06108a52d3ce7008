package io.plimsoll.analysis.telemetry.stage;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.read.LatencyNames;
import io.plimsoll.analysis.telemetry.read.MetricRule;

/// A series as part of a histogram or a summary of latencies.
///
/// @param family    the metric without its last part
/// @param labelsKey of all parts of one histogram the same
/// @param kind      `bucket`, `sum`, `count`, or `quantile` of a summary
/// @param bound     of a bucket, in the metric's own unit, infinite for the last; null for others
/// @param factor    bounds times this are seconds
record LatencyPart(String family, String labelsKey, String kind, @Nullable Double bound, double factor) {
    static Optional<LatencyPart> of(String metric, Map<String, String> labels, MetricRule rule) {
        if (rule.measure() == Measure.LATENCY_SECONDS && labels.containsKey("quantile")) {
            return Optional.of(new LatencyPart(metric, key(labels), "quantile", null, 1));
        }
        int end = metric.lastIndexOf('_');
        String kind = metric.substring(end + 1);
        Double factor = end < 1 ? null : LatencyNames.counted(metric.substring(0, end));
        if (factor == null) {
            return Optional.empty();
        }
        String family = metric.substring(0, end);
        return switch (kind) {
            case "bucket" -> bound(labels.getOrDefault("le", ""))
                    .map(bound -> new LatencyPart(family, key(labels), kind, bound, factor));
            case "sum" -> rule.unit().equals("seconds/s")
                    ? Optional.of(new LatencyPart(family, key(labels), kind, null, 1))
                    : Optional.empty();
            case "count" -> Optional.of(new LatencyPart(family, key(labels), kind, null, 1));
            default -> Optional.empty();
        };
    }

    private static String key(Map<String, String> labels) {
        Map<String, String> shared = new TreeMap<>(labels);
        shared.remove("le");
        shared.remove("quantile");
        return SeriesKey.of("", shared);
    }

    private static Optional<Double> bound(String le) {
        if (le.equals("+Inf")) {
            return Optional.of(Double.POSITIVE_INFINITY);
        }
        return le.matches("[0-9.]+(?:[eE][-+]?[0-9]+)?") ? parsed(le) : Optional.empty();
    }

    private static Optional<Double> parsed(String le) {
        try {
            return Optional.of(Double.parseDouble(le));
        } catch (NumberFormatException e) {
            // Such as 1.2.3.
            return Optional.empty();
        }
    }
}
