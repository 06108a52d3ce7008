package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.daily.CostScale;
import io.plimsoll.analysis.series.Robust;

/// How far the days from some day on lie from the same weekdays of the four weeks before, held against how far they usually do.
///
/// Weaker than the detector's own judgement of a series and made for another question: whether a series moved on a day on which
/// another one is known to have moved. Looks at no day from `until` on. For one series; not thread-safe.
final class WeekSteps {
    private static final int WEEK = 7;
    private static final int WEEKS = 4;
    private static final int BEFORE = WEEK * WEEKS;
    private static final int FEWEST_PLACES = 20;
    private static final int MOST_PLACES = 60;
    private static final int LONGEST = 90;
    /// A mean of some days wobbles less than a day does, but not by the square root: neighbours are alike.
    private static final double OF_A_DAY = 0.7;
    /// A step is over once less than this share of it is left.
    private static final double LEFT = 0.5;

    private final CostSeries series;
    private final int until;
    private final double floor;
    private final double[] values;
    private final double[] stray;
    private final int first;

    /// @param until index of the first day that may be incomplete
    /// @param floor smallest believable noise of a day, as a share
    WeekSteps(CostSeries series, int until, double floor) {
        this.series = series;
        this.until = until;
        this.floor = floor;
        values = series.values();
        int paid = 0;
        while (paid < values.length && !(Math.abs(values[paid]) > 0)) {
            paid++;
        }
        first = paid;
        double[] x = CostScale.of(values).to(values);
        stray = new double[x.length];
        Arrays.fill(stray, Double.NaN);
        double[] weeks = new double[WEEKS];
        for (int i = BEFORE; i < until; i++) {
            for (int week = 1; week <= WEEKS; week++) {
                weeks[week - 1] = x[i - WEEK * week];
            }
            stray[i] = x[i] - middle(weeks);
        }
    }

    /// Without the largest and the smallest; `NaN` if one is unknown.
    private static double middle(double[] four) {
        double least = Math.min(Math.min(four[0], four[1]), Math.min(four[2], four[3]));
        double most = Math.max(Math.max(four[0], four[1]), Math.max(four[2], four[3]));
        return (four[0] + four[1] + four[2] + four[3] - least - most) / 2;
    }

    /// Mean distance of some days on the cost scale, of at least five days without the two outermost; `NaN` where it can't be told.
    ///
    /// @param days up to 7; further days are not looked at
    double distance(int onset, int days) {
        int length = Math.min(WEEK, days);
        if (onset < BEFORE || onset + length > until) {
            return Double.NaN;
        }
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = onset; i < onset + length; i++) {
            sum += stray[i];
            least = Math.min(least, stray[i]);
            most = Math.max(most, stray[i]);
        }
        return length < 5 ? sum / length : (sum - least - most) / (length - 2);
    }

    /// The distance in robust standard deviations of earlier ones; `NaN` with too little history.
    double deviations(int onset, int days) {
        int length = Math.min(WEEK, days);
        double now = distance(onset, length);
        int from = Math.max(first + BEFORE, onset - length - MOST_PLACES);
        int count = onset - length - from + 1;
        if (Double.isNaN(now) || count < FEWEST_PLACES) {
            return Double.NaN;
        }
        double[] past = new double[count];
        Arrays.setAll(past, i -> distance(from + i, length));
        double centre = Robust.median(past);
        Arrays.setAll(past, i -> Math.abs(past[i] - centre));
        double spread = Math.max(Robust.NORMAL * Robust.median(past), Robust.quantile(past, 0.95) / 3);
        return (now - centre) / Math.max(spread, length < 3 ? floor : floor * OF_A_DAY);
    }

    /// What some days cost over (or under) what the same weekdays of the four weeks before the first of them cost in the middle.
    ///
    /// @param last included
    OffsetSide.Excess excess(int onset, int last) {
        BigDecimal should = BigDecimal.ZERO;
        for (int i = onset; i <= last; i++) {
            double expected = expected(onset, i);
            if (Double.isFinite(expected)) {
                should = should.add(BigDecimal.valueOf(expected).setScale(8, RoundingMode.HALF_EVEN));
            }
        }
        return new OffsetSide.Excess(series.sum(onset, last).subtract(should), should);
    }

    /// In money, of day `i` from what was known before `onset`; 0 before the series' first days.
    double expected(int onset, int i) {
        int place = onset - WEEK + Math.floorMod(i - onset, WEEK);
        double[] weeks = new double[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            weeks[week] = place - WEEK * week < 0 ? 0 : values[place - WEEK * week];
        }
        return middle(weeks);
    }

    /// The last day up to which a step that began with a whole week has lasted.
    int lasts(int onset) {
        int last = onset + WEEK - 1;
        double size = mean(onset, last, onset);
        while (last + WEEK < until && last + WEEK - onset < LONGEST
                && mean(last + 1, last + WEEK, onset) / size >= LEFT) {
            last += WEEK;
        }
        int left = until - 1 - last;
        boolean goesOn = left < WEEK && last + left - onset < LONGEST
                && (left == 0 || mean(last + 1, until - 1, onset) / size >= LEFT);
        return goesOn ? until - 1 : last;
    }

    /// The first day of the run of days, all about as far off, that a step is made of.
    ///
    /// @param near a day by which it had begun
    int begins(int near) {
        double half = distance(near, WEEK) * LEFT;
        int day = Math.min(near + WEEK / 2, until - 1);
        while (day > near && stray[day] / half < 1) {
            day--;
        }
        while (day > Math.max(near - WEEK / 2, BEFORE) && stray[day - 1] / half >= 1) {
            day--;
        }
        while (stray[day] / half < 1 && day < near + WEEK / 2) {
            day++;
        }
        return day;
    }

    private double mean(int from, int to, int onset) {
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += values[i] - expected(onset, i);
        }
        return sum / (to - from + 1);
    }

    /// The day on which cost lies farthest from what was expected.
    int farthest(int onset, int last) {
        int farthest = onset;
        double most = -1;
        for (int i = onset; i <= last; i++) {
            double off = Math.abs(values[i] - expected(onset, i));
            if (off > most) {
                most = off;
                farthest = i;
            }
        }
        return farthest;
    }

    /// Whether nothing is paid from some day on though something was on each of the seven days before, or the other way round.
    ///
    /// @param appears true for the other way round: nothing in the four weeks before, and each of the days that follow is paid
    boolean turns(int day, boolean appears) {
        int beforeFrom = Math.max(0, day - (appears ? BEFORE : WEEK));
        int afterTo = Math.min(day + WEEK, until);
        return beforeFrom < day && day < afterTo && all(beforeFrom, day, !appears) && all(day, afterTo, appears);
    }

    private boolean all(int from, int to, boolean paid) {
        for (int i = from; i < to; i++) {
            @Nullable
            BigDecimal cost = series.cost()[i];
            if (cost == null || cost.signum() != 0 != paid) {
                return false;
            }
        }
        return true;
    }
}
