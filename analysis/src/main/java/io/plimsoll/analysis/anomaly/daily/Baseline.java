package io.plimsoll.analysis.anomaly.daily;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

import io.plimsoll.analysis.series.Robust;

/// What the days before `t` let expect for `t`: level, weekday effect, month-position effect. Never looks at `t` or later.
///
/// Level: median of the last 10 adjusted days. Weekday: median by weekday over 56 days of the distance from a centred
/// seven-day median. Month position: residual of the same day counted from the month's start or end, last 3 months.
final class Baseline {
    private static final int LEVEL_DAYS = 10;
    private static final int WEEKS = 8;
    private static final int MONTHS = 3;
    private static final double SMALLEST_MONTH_EFFECT = 0.08;
    private static final double UNUSUAL = 5;

    private final LocalDate start;
    private final double[] clean;
    private final double[] detrended;
    private final double[] month;
    private final double[] residual;
    private final double[] money;
    private final CostScale scale;
    private final double[] weekday = new double[7];
    private final MovingMedian lately = new MovingMedian(this, LEVEL_DAYS);
    private double level = Double.NaN;

    Baseline(LocalDate start, int length, CostScale scale) {
        this.scale = scale;
        this.start = start;
        clean = filled(length);
        detrended = filled(length);
        month = new double[length];
        residual = filled(length);
        money = filled(length);
    }

    private static double[] filled(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /// Brings everything up to date from the days before `t`.
    void prepare(int t) {
        int middle = t - 4;
        if (middle >= 3) {
            detrended[middle] = clean[middle] - Robust.median(Arrays.copyOfRange(clean, middle - 3, middle + 4));
        }
        // Only these two changed since yesterday: the weekday that has passed, and the one whose trend is known by now.
        weekday[(t + 6) % 7] = weekdayEffect(t - 1);
        weekday[(t + 3) % 7] = weekdayEffect(middle);
        level = lately.of(t - LEVEL_DAYS, t);
    }

    /// The weekday effect of the weekday of day `last` (which may be negative), from that day backwards.
    private double weekdayEffect(int last) {
        double[] seen = filled(WEEKS);
        int count = 0;
        for (int week = 0; week < WEEKS; week++) {
            int i = last - 7 * week;
            if (i >= 0 && !Double.isNaN(detrended[i])) {
                seen[count++] = detrended[i];
            }
        }
        return count < 2 ? 0 : Robust.median(seen);
    }

    /// Median of the adjusted days `from` <= i < `to`.
    double medianOf(int from, int to) {
        double[] adjusted = new double[Math.max(0, to - Math.max(0, from))];
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = adjusted(Math.max(0, from) + i);
        }
        return Robust.median(adjusted);
    }

    /// A past day without its weekday and month effects.
    double adjusted(int i) {
        return clean[i] - weekday[i % 7] - month[i];
    }

    /// Chooses the month effect of day `t` once its value is known: the effect counts only if it brings the day nearer to
    /// what is expected, because a batch that ran once on a month's last day may or may not be a habit. A batch adds the same
    /// money whatever the weekday, a busy month-end the same share: both are tried.
    ///
    /// @param spread robust spread of residuals
    void settleMonth(int t, double x, double spread) {
        double base = level + weekday[t % 7];
        // An effect that counts is larger than the bound, and none brings a day nearer that lies within half of it.
        double bound = Math.max(SMALLEST_MONTH_EFFECT, 3 * spread);
        month[t] = Math.abs(x - base) > bound / 2 ? habit(t, x, base, bound, spread) : 0;
        residual[t] = x - base;
        money[t] = scale.back(x) - scale.back(base);
    }

    private double habit(int t, double x, double base, double bound, double spread) {
        double usual = scale.back(base);
        double best = 0;
        for (boolean fromEnd : new boolean[]{true, false}) {
            double added = scale.to(usual + monthEffect(t, fromEnd, money)) - base;
            for (double effect : new double[]{monthEffect(t, fromEnd, residual), added}) {
                if (Math.abs(effect) > bound && Math.abs(x - base - effect) < Math.abs(x - base - best)) {
                    best = effect;
                }
            }
        }
        double again = scale.to(usual + lastMonth(t)) - base;
        boolean news = Math.abs(again) > Math.max(SMALLEST_MONTH_EFFECT, UNUSUAL * spread);
        return best == 0 && news && Math.abs(x - base - again) < Math.abs(again) / 4 ? again : best;
    }

    /// What the same day of the last months brought on top of level and weekday.
    ///
    /// @param fromEnd  count days from the month's end instead of its start
    /// @param residual by day, as a share or in money
    private double monthEffect(int t, boolean fromEnd, double[] residual) {
        double[] seen = filled(MONTHS);
        int count = 0;
        LocalDate day = start.plusDays(t);
        for (int back = 1; back <= MONTHS; back++) {
            int i = sameDay(day, back, fromEnd);
            if (i >= 0 && !Double.isNaN(residual[i])) {
                seen[count++] = residual[i];
            }
        }
        if (count == 2) {
            double smaller = Math.min(Math.abs(seen[0]), Math.abs(seen[1]));
            return seen[0] * seen[1] > 0 ? Math.copySign(smaller, seen[0]) : 0;
        }
        return count == 0 ? 0 : Robust.median(seen);
    }

    /// What last month's last day brought, in money, if this is the last day of its month too, else 0: a month-end batch that is new is a
    /// habit from the second time on.
    private double lastMonth(int t) {
        LocalDate day = start.plusDays(t);
        int i = sameDay(day, 1, true);
        return day.getDayOfMonth() < day.lengthOfMonth() || i < 0 || Double.isNaN(money[i]) ? 0 : money[i];
    }

    /// Index of the same day some months back, negative if there is none.
    private int sameDay(LocalDate day, int back, boolean fromEnd) {
        LocalDate last = day.withDayOfMonth(1).minusMonths(back - 1L).minusDays(1);
        int place = fromEnd
                ? last.getDayOfMonth() - (day.lengthOfMonth() - day.getDayOfMonth())
                : Math.min(day.getDayOfMonth(), last.getDayOfMonth());
        return place <= 0 ? -1 : (int) ChronoUnit.DAYS.between(start, last) - last.getDayOfMonth() + place;
    }

    /// Weekday and month effect that were expected of day `t`.
    double season(int t) {
        return weekday[t % 7] + month[t];
    }

    double month(int t) {
        return month[t];
    }

    double weekday(int t) {
        return weekday[t % 7];
    }

    double level() {
        return level;
    }

    /// Day `t` as later days shall remember it.
    void remember(int t, double x) {
        clean[t] = x;
    }

    /// The days `from` <= i < `to` as if they had happened at another level.
    void shift(int from, int to, double by) {
        for (int i = Math.max(0, from); i < to; i++) {
            clean[i] += by;
        }
    }
}
