package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.Rename;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.unit.Money;

/// Pairs what vanished with what appeared in its place: same larger slice, same day, same amount, and the same unit price where
/// quantities are known. Only resources and tags have names that somebody changes. For one currency; not thread-safe.
final class Renames {
    private static final int WEEK = 7;
    private static final double SAME_AMOUNT = 0.1;
    private static final double SAME_PRICE = 0.03;

    private final int until;
    private final double floor;
    private final List<Rename> renames = new ArrayList<>();
    private final Set<Suspicion> explained = Collections.newSetFromMap(new IdentityHashMap<>());

    /// @param until index of the first day that may be incomplete
    Renames(int until, double floor) {
        this.until = until;
        this.floor = floor;
    }

    /// @return the suspicions that are no renames
    List<Suspicion> without(List<Suspicion> all, List<CostSeries> series) {
        for (Siblings group : Siblings.of(series)) {
            if (group.named()) {
                Set<SeriesKey> keys = new HashSet<>();
                group.children().forEach(each -> keys.add(each.key()));
                all.stream().filter(each -> keys.contains(each.key()) && !each.episode().provisional())
                        .forEach(each -> explain(each, group.children()));
            }
        }
        return all.stream().filter(each -> !explained.contains(each)).toList();
    }

    List<Rename> renames() {
        return List.copyOf(renames);
    }

    private void explain(Suspicion suspicion, List<CostSeries> siblings) {
        int day = (int) ChronoUnit.DAYS.between(suspicion.series().start(), suspicion.episode().start());
        boolean appears = suspicion.sign() > 0;
        WeekSteps own = new WeekSteps(suspicion.series(), until, floor);
        if (day < WEEK || !own.turns(day, appears) && !own.turns(day + 1, appears)) {
            return;
        }
        Optional<Rename> rename = siblings.stream().filter(each -> each != suspicion.series())
                .map(each -> appears
                        ? pair(each, suspicion.series(), day)
                        : pair(suspicion.series(), each, day))
                .flatMap(Optional::stream).findFirst();
        rename.ifPresent(each -> {
            explained.add(suspicion);
            if (!renames.contains(each)) {
                renames.add(each);
            }
        });
    }

    /// The new name may come on the last, broken day of the old one.
    private Optional<Rename> pair(CostSeries from, CostSeries to, int day) {
        for (int gone = day; gone <= Math.min(day + 1, until - 1); gone++) {
            for (int here = Math.max(WEEK, gone - 1); here <= gone; here++) {
                if ((here == day || gone == day) && paid(to, here) && !paid(from, gone) && paid(from, here - 1)
                        && new WeekSteps(from, until, floor).turns(gone, false)
                        && new WeekSteps(to, until, floor).turns(here, true)) {
                    int after = Math.min(WEEK, until - gone);
                    double before = mean(from.values(), here - WEEK, here);
                    double now = mean(to.values(), gone, gone + after);
                    if (alike(before, now, SAME_AMOUNT) && samePrice(from, to, here, gone)) {
                        return Optional.of(new Rename(from.key(), to.key(), to.day(here),
                                new Money(to.sum(gone, gone + after - 1).divide(BigDecimal.valueOf(after), 8,
                                        RoundingMode.HALF_EVEN), to.currency())));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean paid(CostSeries series, int day) {
        BigDecimal cost = series.cost()[day];
        return cost != null && cost.signum() != 0;
    }

    private static boolean samePrice(CostSeries from, CostSeries to, int here, int gone) {
        double[] before = from.quantity();
        double[] after = to.quantity();
        if (before == null || after == null) {
            return (before == null) == (after == null);
        }
        double old = from.values()[here - 1] / before[here - 1];
        double now = to.values()[gone] / after[gone];
        return !Double.isFinite(old) || !Double.isFinite(now) || alike(old, now, SAME_PRICE);
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    private static boolean alike(double one, double other, double tolerance) {
        return Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
    }
}
