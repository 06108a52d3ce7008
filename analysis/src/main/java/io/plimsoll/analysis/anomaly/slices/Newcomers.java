package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.SeriesKey;

/// Where names come and go, one more is nothing new: snapshots of every night, machines of an autoscaler, clusters of jobs. A resource,
/// tag or SKU that was never paid before is usual if others beside it began on three earlier days of the four weeks before, each of which
/// has cost at least half as much by the day on which the new one ends. More of them than usual shows in the larger slice, a larger or
/// longer one by itself. For one currency; not thread-safe.
final class Newcomers {
    private static final int WEEK = 7;
    private static final int BEFORE = 4 * WEEK;
    private static final int DAYS = 3;

    private final Map<SeriesKey, List<Siblings>> groups = new HashMap<>();
    private final Map<SeriesKey, Integer> begins = new HashMap<>();

    /// @param series over one calendar
    Newcomers(List<CostSeries> series) {
        Siblings.of(series).stream().filter(each -> each.named() || each.differIn("SkuId"::equals))
                .forEach(group -> group.children().forEach(each -> {
                    groups.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(group);
                    begins.computeIfAbsent(each.key(), key -> first(each.values()));
                }));
    }

    /// @return the suspicions that are unusual where they are
    List<Suspicion> without(List<Suspicion> all) {
        return all.stream().filter(each -> each.episode().kind() != AnomalyKind.NEW_SERVICE || !usual(each)).toList();
    }

    private boolean usual(Suspicion suspicion) {
        return groups.getOrDefault(suspicion.key(), List.of()).stream().anyMatch(each -> usual(suspicion, each));
    }

    private boolean usual(Suspicion suspicion, Siblings group) {
        int start = index(suspicion, true);
        int end = index(suspicion, false);
        Set<Integer> days = new HashSet<>();
        for (CostSeries each : group.children()) {
            int begun = begins.getOrDefault(each.key(), start);
            // What the bill's first week names may be older than the bill.
            if (begun >= Math.max(WEEK, start - BEFORE) && begun < start && !days.contains(begun)
                    && each.sum(begun, end).multiply(BigDecimal.TWO).compareTo(suspicion.size()) >= 0) {
                days.add(begun);
            }
        }
        return days.size() >= DAYS;
    }

    private static int index(Suspicion suspicion, boolean start) {
        return (int) ChronoUnit.DAYS.between(suspicion.series().start(),
                start ? suspicion.episode().start() : suspicion.episode().end());
    }

    /// The first day that was paid; the length if none was.
    private static int first(double[] cost) {
        int day = 0;
        while (day < cost.length && !(Math.abs(cost[day]) > 0)) {
            day++;
        }
        return day;
    }
}
