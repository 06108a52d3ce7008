package io.plimsoll.analysis.rightsizing.latency;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.LatencyQuantile;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.telemetry.Statistic;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.telemetry.TelemetrySummary;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;

/// The latency of one workload's requests as it was loaded: of the quantiles that are there the one nearest to p95, a mean only if there
/// is no quantile. Where a replica has several series, as one a path, the slowest of each time counts.
///
/// @param measured  `p95`, `mean`, `maximum`, `latency` if nothing says which; empty if there is none
/// @param byReplica seconds, by pod, or by resource id, or "" for the workload as a whole
public record MeasuredLatency(String measured, Map<String, TimeSeries> byReplica) {
    private static final double WANTED = 0.95;

    public static MeasuredLatency of(Workload workload, Telemetry telemetry, Cancellation cancellation) {
        Map<Long, String> replicas = workload.use().stream().filter(each -> each.measure() == Measure.LATENCY_SECONDS)
                .collect(Collectors.toMap(UseSeries::seriesId, UseSeries::replica, (one, other) -> one));
        TelemetrySummary summary = telemetry.summary();
        Instant first = summary.first();
        Instant last = summary.last();
        if (replicas.isEmpty() || first == null || last == null) {
            return new MeasuredLatency("", Map.of());
        }
        List<TelemetrySeries> all = telemetry.series(SeriesFilter.of(Measure.LATENCY_SECONDS)).stream()
                .filter(each -> replicas.containsKey(each.id())).toList();
        String best = all.stream().min(Comparator.comparingDouble(MeasuredLatency::distance))
                .map(MeasuredLatency::name).orElse("");
        Map<String, TreeMap<Long, Double>> slowest = new TreeMap<>();
        for (TelemetrySeries each : all) {
            cancellation.check();
            if (name(each).equals(best)) {
                TimeSeries samples = telemetry.samples(each.id(), first, last.plusSeconds(1));
                TreeMap<Long, Double> of = slowest.computeIfAbsent(replicas.getOrDefault(each.id(), ""),
                        any -> new TreeMap<>());
                for (int i = 0; i < samples.length(); i++) {
                    of.merge(samples.times()[i], samples.values()[i], Math::max);
                }
            }
        }
        Map<String, TimeSeries> byReplica = new TreeMap<>();
        slowest.forEach((replica, values) -> byReplica.put(replica, series(values)));
        return new MeasuredLatency(best, byReplica);
    }

    private static TimeSeries series(TreeMap<Long, Double> values) {
        return new TimeSeries(values.keySet().stream().mapToLong(Long::longValue).toArray(),
                values.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double distance(TelemetrySeries series) {
        OptionalDouble quantile = LatencyQuantile.of(series.metric(), series.labels());
        return quantile.isPresent()
                ? Math.abs(quantile.getAsDouble() - WANTED)
                : series.statistic() == Statistic.SAMPLE ? 1 : 2;
    }

    private static String name(TelemetrySeries series) {
        OptionalDouble quantile = LatencyQuantile.of(series.metric(), series.labels());
        return quantile.isPresent() ? LatencyQuantile.text(quantile.getAsDouble()) : switch (series.statistic()) {
            case AVERAGE -> "mean";
            case MAXIMUM -> "maximum";
            case SAMPLE -> "latency";
        };
    }
}
