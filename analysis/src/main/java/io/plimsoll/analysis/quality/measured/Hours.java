package io.plimsoll.analysis.quality.measured;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.quality.QualityEvent;

/// How many series of one metric in one namespace sent samples, hour by hour.
///
/// @param first   of the telemetry of the workspace, a whole hour
/// @param series  one an hour; 0 where none sent any
/// @param samples as many
record Hours(String metric, String cluster, String namespace, Instant first, int[] series, long[] samples) {
    Hours(String metric, String cluster, String namespace, Instant first, int hours) {
        this(metric, cluster, namespace, first, new int[hours], new long[hours]);
    }

    Instant at(int hour) {
        return first.plus(Duration.ofHours(hour));
    }

    int firstHour() {
        int hour = 0;
        while (hour < series.length && series[hour] == 0) {
            hour++;
        }
        return hour;
    }

    int lastHour() {
        int hour = series.length - 1;
        while (hour > 0 && series[hour] == 0) {
            hour--;
        }
        return hour;
    }

    /// What other metrics of the same things share.
    String place() {
        return cluster + "\n" + namespace;
    }

    /// ` in vision`, or nothing for metrics that name no namespace.
    String where() {
        return namespace.isEmpty() ? "" : " in " + namespace;
    }

    Map<String, String> key() {
        return namespace.isEmpty()
                ? Map.of("dataset", "telemetry " + metric)
                : Map.of("dataset", "telemetry " + metric, "namespace", namespace);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hours that && metric.equals(that.metric) && place().equals(that.place())
                && Arrays.equals(series, that.series);
    }

    @Override
    public int hashCode() {
        return metric.hashCode() * 31 + place().hashCode();
    }

    @Override
    public String toString() {
        return metric + where();
    }

    /// The series around some hours, for a chart.
    List<QualityEvent.Point> points(int from, int to, double expected) {
        List<QualityEvent.Point> points = new ArrayList<>();
        for (int hour = Math.max(0, from - 4 * 24); hour <= Math.min(series.length - 1, to + 48); hour++) {
            points.add(new QualityEvent.Point(at(hour), series[hour], expected, hour >= from && hour <= to));
        }
        return points;
    }
}
