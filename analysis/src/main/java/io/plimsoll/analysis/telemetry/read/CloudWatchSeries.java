package io.plimsoll.analysis.telemetry.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.telemetry.Statistic;
import io.plimsoll.analysis.telemetry.read.MetricRule.Treatment;

/// What a series of CloudWatch is.
///
/// @param id as the request calls it
record CloudWatchSeries(String id, String metric, Map<String, String> labels, Told told) {
    /// Of a request's query, if it asks for a metric and computes nothing.
    static Optional<CloudWatchSeries> asked(Map<String, FlatJson.Leaf> query) {
        String id = FlatJson.text(query, "Id");
        String metric = FlatJson.text(query, "MetricStat.Metric.MetricName");
        if (id.isEmpty() || metric.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> labels = new LinkedHashMap<>();
        put(labels, "aws_namespace", FlatJson.text(query, "MetricStat.Metric.Namespace"));
        for (int i = 0; query.containsKey("MetricStat.Metric.Dimensions." + i + ".Name"); i++) {
            String dimension = "MetricStat.Metric.Dimensions." + i;
            put(labels, FlatJson.text(query, dimension + ".Name"), FlatJson.text(query, dimension + ".Value"));
        }
        String stat = FlatJson.text(query, "MetricStat.Stat");
        put(labels, "stat", stat);
        return Optional.of(of(id, metric, labels, stat, FlatJson.text(query, "MetricStat.Unit")));
    }

    /// Of a label: words with `=` are dimensions, the first other word is the metric. A label of other words is kept as it is.
    static CloudWatchSeries labelled(String id, String label) {
        Map<String, String> labels = new LinkedHashMap<>();
        String metric = "";
        StringBuilder other = new StringBuilder();
        for (String word : label.strip().split("\\s+")) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                put(labels, word.substring(0, equals), word.substring(equals + 1));
            } else if (metric.isEmpty() && word.matches("[A-Za-z][A-Za-z0-9_.]*")) {
                metric = word;
            } else {
                other.append(other.isEmpty() ? "" : " ").append(word);
            }
        }
        put(labels, "label", other.toString());
        String stat = labels.getOrDefault("Stat", "");
        String unit = labels.getOrDefault("Unit", "");
        labels.remove("Unit");
        labels.remove("Stat");
        put(labels, "stat", stat);
        return of(id, metric.isEmpty() ? id : metric, labels, stat, unit);
    }

    private static CloudWatchSeries of(String id, String metric, Map<String, String> labels, String stat, String unit) {
        return new CloudWatchSeries(id, metric, labels, new Told(Treatment.VALUE, unit, statistic(stat)));
    }

    private static @Nullable Statistic statistic(String stat) {
        return switch (stat) {
            case "Maximum" -> Statistic.MAXIMUM;
            case "Average" -> Statistic.AVERAGE;
            default -> null;
        };
    }

    private static void put(Map<String, String> labels, String name, String value) {
        if (!value.isEmpty()) {
            labels.put(name, value);
        }
    }
}
