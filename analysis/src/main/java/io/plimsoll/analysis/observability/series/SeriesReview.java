package io.plimsoll.analysis.observability.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.plimsoll.analysis.observability.MetricReview;
import io.plimsoll.analysis.telemetry.SeriesDigest;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;

/// Looks at all loaded series, metric by metric. One use, one thread.
public final class SeriesReview {
    /// Fewer samples prove nothing.
    private static final long FEWEST = 20;
    private static final Duration SILENCE = Duration.ofDays(1);

    private final List<TelemetrySeries> series;
    private final Map<Long, SeriesDigest> digests;
    private final Set<Long> goneSeries = new HashSet<>();
    private final Set<String> gonePods = new HashSet<>();
    private final Map<SeriesDigest, List<TelemetrySeries>> alike;
    private final double all;

    public SeriesReview(List<TelemetrySeries> series, Map<Long, SeriesDigest> digests, WorkloadMap map) {
        this.series = series;
        this.digests = digests;
        this.all = series.stream().mapToLong(TelemetrySeries::samples).sum();
        this.alike = series.stream().filter(each -> digest(each).samples() >= FEWEST && !digest(each).isConstant())
                .collect(Collectors.groupingBy(this::digest, HashMap::new, Collectors.toList()));
        findGone(map);
    }

    /// The most samples first.
    public List<MetricReview> metrics(Mentions mentions) {
        return series.stream()
                .collect(Collectors.groupingBy(TelemetrySeries::metric, TreeMap::new, Collectors.toList()))
                .values().stream().map(own -> review(own, mentions))
                .sorted(Comparator.comparingLong(MetricReview::samples).reversed().thenComparing(MetricReview::metric))
                .toList();
    }

    private MetricReview review(List<TelemetrySeries> own, Mentions mentions) {
        String metric = own.getFirst().metric();
        long samples = own.stream().mapToLong(TelemetrySeries::samples).sum();
        List<String> readers = own.stream().map(TelemetrySeries::measure).distinct()
                .flatMap(measure -> Readers.of(measure, metric).stream()).map(Readers.Reader::blinds).distinct()
                .toList();
        long constant = own.stream().filter(each -> digest(each).samples() >= FEWEST && digest(each).isConstant())
                .count();
        List<TelemetrySeries> doubles = own.stream().filter(this::isDouble).toList();
        Map<String, Set<String>> labels = new HashMap<>();
        own.forEach(each -> each.labels()
                .forEach((name, value) -> labels.computeIfAbsent(name, key -> new HashSet<>()).add(value)));
        String widest = labels.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<String, Set<String>> each) -> each.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).orElse("");
        return new MetricReview(metric, own.size(), samples, all == 0 ? 0 : samples / all, readers, mentions.of(metric),
                constant, doubles.size(), twin(doubles), own.stream().filter(this::isGone).count(), widest,
                labels.getOrDefault(widest, Set.of()).size(), step(own));
    }

    /// Of equal series the first by key stands for all, a read one before an unread one.
    private boolean isDouble(TelemetrySeries one) {
        List<TelemetrySeries> same = alike.getOrDefault(digest(one), List.of());
        return same.size() > 1 && keeper(same).id() != one.id();
    }

    private static TelemetrySeries keeper(List<TelemetrySeries> same) {
        return same.stream().min(Comparator
                .comparing((TelemetrySeries each) -> Readers.of(each.measure(), each.metric()).isEmpty())
                .thenComparing(TelemetrySeries::metric).thenComparing(TelemetrySeries::key)).orElseThrow();
    }

    private String twin(List<TelemetrySeries> doubles) {
        return doubles.isEmpty()
                ? ""
                : keeper(Objects.requireNonNull(alike.get(digest(doubles.getFirst())))).metric();
    }

    private boolean isGone(TelemetrySeries one) {
        return goneSeries.contains(one.id()) || gonePods.contains(one.namespace() + "/" + one.pod());
    }

    /// A workload is gone if none of its series reaches the last day, while others do.
    private void findGone(WorkloadMap map) {
        Map<Long, TelemetrySeries> byId = series.stream()
                .collect(Collectors.toMap(TelemetrySeries::id, Function.identity()));
        Instant end = series.stream().map(TelemetrySeries::last).max(Comparator.naturalOrder()).orElse(Instant.EPOCH)
                .minus(SILENCE);
        for (Workload each : map.workloads()) {
            Collection<TelemetrySeries> own = each.use().stream().map(UseSeries::seriesId).map(byId::get)
                    .filter(Objects::nonNull).toList();
            if (!own.isEmpty() && own.stream().allMatch(one -> one.last().isBefore(end))) {
                own.forEach(one -> {
                    goneSeries.add(one.id());
                    if (!one.pod().isEmpty()) {
                        gonePods.add(one.namespace() + "/" + one.pod());
                    }
                });
            }
        }
    }

    private SeriesDigest digest(TelemetrySeries one) {
        return Objects.requireNonNullElse(digests.get(one.id()), new SeriesDigest(0, 0, 0, ""));
    }

    private static long step(List<TelemetrySeries> own) {
        List<Long> steps = new ArrayList<>();
        for (TelemetrySeries each : own) {
            if (each.samples() > 1) {
                steps.add(Duration.between(each.first(), each.last()).toSeconds() / (each.samples() - 1));
            }
        }
        long[] sorted = steps.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
