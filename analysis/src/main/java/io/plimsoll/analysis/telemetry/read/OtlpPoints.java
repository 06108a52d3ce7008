package io.plimsoll.analysis.telemetry.read;

import java.util.LinkedHashMap;
import java.util.Map;

import io.plimsoll.analysis.telemetry.read.FlatJson.Leaf;
import io.plimsoll.analysis.telemetry.read.MetricRule.Treatment;

/// Gives OTLP's data points on as samples.
final class OtlpPoints {
    private final SampleSink sink;
    private final SeriesIds ids;

    OtlpPoints(SampleSink sink) {
        this.sink = sink;
        this.ids = new SeriesIds(sink);
    }

    void give(OtlpReader.Metric metric, Map<String, String> resource) {
        for (Map<String, Leaf> point : metric.points) {
            try {
                point(metric, resource, point);
            } catch (NumberFormatException e) {
                reject("not a number", metric, point);
            } catch (IllegalArgumentException e) {
                reject(String.valueOf(e.getMessage()), metric, point);
            }
        }
    }

    private void reject(String reason, OtlpReader.Metric metric, Map<String, Leaf> point) {
        CsvText.reject(sink, 0, reason, metric.name + " " + point.entrySet().stream().limit(20)
                .map(leaf -> leaf.getKey() + "=" + leaf.getValue().text()).toList());
    }

    private void point(OtlpReader.Metric metric, Map<String, String> resource, Map<String, Leaf> point) {
        if (metric.name.isEmpty()) {
            throw new IllegalArgumentException("no metric");
        }
        long nanos = Long.parseLong(FlatJson.text(point, "timeUnixNano"));
        String start = FlatJson.text(point, "startTimeUnixNano");
        Map<String, String> labels = new LinkedHashMap<>(resource);
        labels.putAll(attributes(point));
        if (FlatJson.text(point, "flags").equals("1")) {
            sink.empty(series(metric, "", labels), Math.floorDiv(nanos, 1_000_000L));
            return;
        }
        boolean single = metric.kind.equals("gauge") || metric.kind.equals("sum");
        if (!single) {
            counted(metric, labels, point, nanos, start, "count", "_count");
            if (point.containsKey("sum")) {
                counted(metric, labels, point, nanos, start, "sum", "_sum");
            }
            return;
        }
        String text = point.containsKey("asDouble")
                ? FlatJson.text(point, "asDouble")
                : FlatJson.text(point, "asInt");
        double value = number(text);
        if (metric.kind.equals("sum") && metric.isDelta()) {
            value *= UnitScale.of(metric.unit).factor() / seconds(nanos, start);
        }
        sink.sample(series(metric, "", labels), Math.floorDiv(nanos, 1_000_000L), value);
    }

    private void counted(OtlpReader.Metric metric, Map<String, String> labels, Map<String, Leaf> point, long nanos,
            String start, String field, String suffix) {
        double value = number(FlatJson.text(point, field));
        if (metric.isDelta()) {
            value *= (field.equals("sum") ? UnitScale.of(metric.unit).factor() : 1) / seconds(nanos, start);
        }
        sink.sample(series(metric, suffix, labels), Math.floorDiv(nanos, 1_000_000L), value);
    }

    private static double number(String text) {
        return switch (text) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> SampleText.parse(text);
        };
    }

    /// The interval of a delta.
    private static double seconds(long nanos, String start) {
        double seconds = start.isEmpty() ? 0 : (nanos - Long.parseLong(start)) / 1e9;
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("a delta over no time is no rate: its start is not before its time");
        }
        return seconds;
    }

    private int series(OtlpReader.Metric metric, String suffix, Map<String, String> labels) {
        boolean counter = !suffix.isEmpty() || metric.kind.equals("sum") && metric.monotonic;
        String unit = suffix.equals("_count") ? "1" : metric.unit;
        if (metric.isDelta() && !metric.kind.equals("gauge")) {
            // Scaled and divided by its interval already: a rate, which the catalogue's counters become, too.
            String scaled = UnitScale.of(unit).unit();
            String rate = scaled.equals("seconds") && metric.name.endsWith("cpu.time")
                    ? "cores"
                    : (scaled.isEmpty() ? "1" : scaled) + "/s";
            return ids.of(metric.name + suffix, labels, new Told(Treatment.VALUE, rate, null));
        }
        return ids.of(metric.name + suffix, labels,
                new Told(counter && !metric.isDelta() ? Treatment.RATE : Treatment.VALUE, unit, null));
    }

    /// The members of `attributes`, a list of `{key, value: {stringValue: ...}}`; values that are lists or maps are left out.
    static Map<String, String> attributes(Map<String, Leaf> leaves) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; leaves.containsKey("attributes." + i + ".key"); i++) {
            String at = "attributes." + i;
            for (String type : new String[]{"stringValue", "intValue", "boolValue", "doubleValue"}) {
                Leaf leaf = leaves.get(at + ".value." + type);
                if (leaf != null) {
                    attributes.put(FlatJson.text(leaves, at + ".key"), leaf.text());
                }
            }
        }
        return attributes;
    }
}
