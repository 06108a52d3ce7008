package io.plimsoll.analysis.billing.cost;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Finds how far the bill goes, and how far it can be trusted.
///
/// A trailing day is incomplete if its usage cost lies clearly below what the same weekday cost in the eight weeks before: below
/// `SHARE` of its median in any case, or below `CLEAR` of it and at the same time `DEVIATIONS` robust deviations (1.4826 MAD, at
/// least `NOISE`) under it. The spread is that of each day against the median of its own weekday, over all weekdays, because
/// eight days alone know their spread badly. An amount that often varies may fall far before it looks late, a steady one may not.
///
/// Days are looked at from the last one back to the first complete one. When more than five trailing days are low, it is
/// not lateness but a new level, and all count as complete.
final class Spans {
    private static final double SHARE = 0.6;
    private static final double CLEAR = 0.8;
    private static final double DEVIATIONS = 4;
    private static final double NOISE = 0.03;
    private static final int MOST_DAYS = 5;
    private static final int WEEKS = 8;

    private final Database database;

    Spans(Database database) {
        this.database = database;
    }

    /// Empty without charges.
    Optional<BillingSpan> span() {
        List<LocalDate[]> ends = database.query(Sql.of("SELECT min(\"ChargeDay\"), max(\"ChargeDay\") FROM cube_daily "
                + "HAVING count(*) > 0"), row -> new LocalDate[]{row.day(1), row.day(2)});
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = ends.getFirst()[1];
        int late = trailing(usage(last), last);
        return Optional.of(new BillingSpan(ends.getFirst()[0], last, last.minusDays(late)));
    }

    /// Effective usage cost by day, in the currency that most rows have, of the last weeks.
    private Map<LocalDate, Double> usage(LocalDate last) {
        Map<LocalDate, Double> usage = new TreeMap<>();
        database.each(Sql.of("SELECT \"ChargeDay\", CAST(sum(\"EffectiveCost\") AS DOUBLE) FROM cube_daily "
                + "WHERE \"ChargeCategory\" = 'Usage' AND \"ChargeClass\" IS NULL AND \"ChargeDay\" > ? "
                + "AND \"BillingCurrency\" = (SELECT \"BillingCurrency\" FROM cube_daily GROUP BY 1 "
                + "ORDER BY sum(row_count) DESC, 1 LIMIT 1) GROUP BY 1", last.minusWeeks(WEEKS + 1L)),
                row -> usage.put(row.day(1), row.number(2)), Cancellation.never());
        return usage;
    }

    private static int trailing(Map<LocalDate, Double> usage, LocalDate last) {
        double spread = spread(usage, last);
        int late = 0;
        while (late <= MOST_DAYS && isLow(usage, last.minusDays(late), spread)) {
            late++;
        }
        return late > MOST_DAYS ? 0 : late;
    }

    private static boolean isLow(Map<LocalDate, Double> usage, LocalDate day, double spread) {
        double usual = usual(usage, day);
        double low = Math.max(SHARE, Math.min(CLEAR, 1 - DEVIATIONS * spread));
        return usage.getOrDefault(day, 0.0) < low * usual;
    }

    /// Median of the same weekday in the weeks before, `NaN` unless two are known.
    private static double usual(Map<LocalDate, Double> usage, LocalDate day) {
        double[] before = new double[WEEKS];
        int known = 0;
        for (int week = 1; week <= WEEKS; week++) {
            before[week - 1] = usage.getOrDefault(day.minusWeeks(week), Double.NaN);
            known += Double.isNaN(before[week - 1]) ? 0 : 1;
        }
        return known < 2 ? Double.NaN : Robust.median(before);
    }

    /// Robust deviation, as a share, of the days that can't be late from the median of their weekday.
    private static double spread(Map<LocalDate, Double> usage, LocalDate last) {
        double[] distances = usage.entrySet().stream().filter(each -> each.getKey().isBefore(last.minusDays(MOST_DAYS)))
                .mapToDouble(each -> Math.abs(each.getValue() / usual(usage, nextAlike(last, each.getKey())) - 1))
                .filter(Double::isFinite).toArray();
        return distances.length == 0 ? 1 : Math.max(NOISE, Robust.NORMAL * Robust.median(distances));
    }

    /// The first day after `last` with the weekday of `day`.
    private static LocalDate nextAlike(LocalDate last, LocalDate day) {
        return last.with(TemporalAdjusters.next(day.getDayOfWeek()));
    }
}
