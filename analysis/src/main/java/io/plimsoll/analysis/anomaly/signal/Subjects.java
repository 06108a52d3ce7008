package io.plimsoll.analysis.anomaly.signal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.Workloads;

/// What there is to judge, and which stored series each needs; samples are read later and in parts.
final class Subjects {
    private static final TimeSeries NOTHING = new TimeSeries(new long[0], new double[0]);
    /// Labels that tell parts of one thing apart.
    private static final Set<String> PARTS = Set.of("partition", "instance", "pod", "pod_name", "job", "endpoint",
            "quantile", "le", "node", "host", "container", "id", "uid", "replica");
    private static final List<Measure> ENDS = List.of(Measure.RESTARTS, Measure.OOM_KILLS);

    private Subjects() {
    }

    /// One subject before its samples are read.
    ///
    /// @param ids     of the series that are needed
    /// @param samples that are stored of them
    record Plan(SeriesKey key, String title, long[] ids, long samples, int tests,
            Function<LongFunction<TimeSeries>, Subject> read) {}

    /// Workloads first, then what belongs to none; each with anything to judge.
    static List<Plan> of(List<Workload> workloads, List<TelemetrySeries> all) {
        List<Plan> plans = new ArrayList<>();
        Set<Long> taken = workloads.stream().flatMap(each -> each.use().stream()).map(UseSeries::seriesId)
                .collect(Collectors.toSet());
        workloads.stream().map(Subjects::workload).filter(plan -> plan.tests() > 0).forEach(plans::add);
        Map<SeriesKey, List<TelemetrySeries>> others = new TreeMap<>(Comparator.comparing(SeriesKey::text));
        all.stream().filter(each -> !taken.contains(each.id()) && Watched.of(each.measure()).isPresent())
                .forEach(each -> others.computeIfAbsent(key(each), key -> new ArrayList<>()).add(each));
        others.forEach((key, series) -> plans.add(other(key, series)));
        plans.sort(Comparator.comparingLong(plan -> LongStream.of(plan.ids()).min().orElse(0)));
        return plans;
    }

    private static Plan workload(Workload workload) {
        Map<Watched, String> containers = new EnumMap<>(Watched.class);
        for (Watched each : Watched.values()) {
            List<String> measured = workload.use().stream().filter(use -> use.measure() == each.measure())
                    .map(UseSeries::container).distinct().sorted().toList();
            if (!measured.isEmpty()) {
                String main = workload.key().container();
                containers.put(each, measured.contains(main) ? main : measured.getFirst());
            }
        }
        List<UseSeries> needed = workload.use().stream()
                .filter(use -> ENDS.contains(use.measure()) || Watched.of(use.measure())
                        .filter(each -> use.container().equals(containers.get(each))).isPresent())
                .toList();
        WorkloadKey key = workload.key();
        String name = Stream.of(key.namespace(), key.kind(), key.name()).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
        Map<String, String> dimensions = new HashMap<>(Map.of("workload", name));
        if (!key.cluster().isEmpty()) {
            dimensions.put("cluster", key.cluster());
        }
        SeriesKey subject = new SeriesKey(dimensions);
        String title = workload.title().substring(workload.title().lastIndexOf('/') + 1);
        return new Plan(subject, title, needed.stream().mapToLong(UseSeries::seriesId).toArray(),
                needed.stream().mapToLong(UseSeries::samples).sum(), containers.size(), samples -> {
                    Map<Watched, Collection<TimeSeries>> replicas = new EnumMap<>(Watched.class);
                    containers.forEach((watched, container) -> replicas.put(watched,
                            Workloads.use(workload, container, watched.measure(), samples).values()));
                    return new Subject(subject, title, replicas, restarts(workload, samples));
                });
    }

    private static long[] restarts(Workload workload, LongFunction<TimeSeries> samples) {
        return workload.use().stream().filter(use -> ENDS.contains(use.measure())).flatMapToLong(use -> {
            TimeSeries series = samples.apply(use.seriesId());
            return LongStream.range(0, series.length()).filter(i -> series.values()[(int) i] > 0)
                    .map(i -> series.times()[(int) i]);
        }).toArray();
    }

    private static SeriesKey key(TelemetrySeries series) {
        Map<String, String> dimensions = new HashMap<>(Map.of("metric", series.metric()));
        series.labels().forEach((name, value) -> {
            if (!PARTS.contains(name) && !value.isEmpty()) {
                dimensions.put(name, value);
            }
        });
        return new SeriesKey(dimensions);
    }

    private static Plan other(SeriesKey key, List<TelemetrySeries> series) {
        Watched watched = Watched.of(series.getFirst().measure()).orElseThrow();
        String labels = key.dimensions().entrySet().stream().filter(each -> !each.getKey().equals("metric"))
                .map(Map.Entry::getValue).collect(Collectors.joining(" · "));
        String title = labels.isEmpty() ? series.getFirst().metric() : labels;
        long[] ids = series.stream().mapToLong(TelemetrySeries::id).toArray();
        return new Plan(key, title, ids, series.stream().mapToLong(TelemetrySeries::samples).sum(), 1,
                samples -> new Subject(key, title, Map.of(watched, LongStream.of(ids).mapToObj(samples).toList()),
                        new long[0]));
    }

    static TimeSeries nothing() {
        return NOTHING;
    }
}
