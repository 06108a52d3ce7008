package io.plimsoll.analysis.workload.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.Statistic;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;

/// One series a replica out of the several that a source may hold.
public final class ReplicaUse {
    private ReplicaUse() {
    }

    /// See `Workloads.use`.
    public static Map<String, TimeSeries> of(Workload workload, String container, Measure measure,
            LongFunction<TimeSeries> samples) {
        List<UseSeries> wanted = workload.use().stream()
                .filter(each -> each.measure() == measure && each.container().equals(container)).toList();
        Map<String, Statistic> best = new TreeMap<>();
        wanted.forEach(each -> best.merge(each.replica(), each.statistic(),
                (one, other) -> one.compareTo(other) <= 0 ? one : other));
        Map<String, Map<String, List<TimeSeries>>> parts = new LinkedHashMap<>();
        best.keySet().forEach(replica -> parts.put(replica, new LinkedHashMap<>()));
        wanted.stream().filter(each -> each.statistic() == best.get(each.replica()))
                .forEach(each -> parts.getOrDefault(each.replica(), new LinkedHashMap<>())
                        .computeIfAbsent(each.part(), part -> new ArrayList<>())
                        .add(samples.apply(each.seriesId())));
        Map<String, TimeSeries> use = new LinkedHashMap<>();
        parts.forEach((replica, series) -> use.put(replica, together(series)));
        return use;
    }

    /// The sum of the parts; where a source tells the whole as well, the higher of both.
    private static TimeSeries together(Map<String, List<TimeSeries>> byPart) {
        List<TimeSeries> parts = byPart.entrySet().stream().filter(each -> !each.getKey().isEmpty())
                .map(each -> merged(each.getValue())).toList();
        List<TimeSeries> wholes = new ArrayList<>(byPart.getOrDefault("", List.of()));
        if (!parts.isEmpty()) {
            wholes.add(SummedSeries.of(parts));
        }
        return merged(wholes);
    }

    static TimeSeries merged(List<TimeSeries> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        TreeMap<Long, Double> highest = new TreeMap<>();
        for (TimeSeries part : parts) {
            for (int i = 0; i < part.length(); i++) {
                highest.merge(part.times()[i], part.values()[i], Math::max);
            }
        }
        return new TimeSeries(highest.keySet().stream().mapToLong(Long::longValue).toArray(),
                highest.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
