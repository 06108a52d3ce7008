package io.plimsoll.analysis.quality.bill;

import java.util.Arrays;

import io.plimsoll.analysis.quality.Runs;
import io.plimsoll.analysis.series.Robust;

/// How many rows each day of a bill has, what its weekday let expect, and up to which day the bill is complete.
final class Volume {
    private static final int WEEKS = 8;
    private static final int MOST_LATE = 5;
    private static final double LATE = 0.8;
    private static final double LATE_COST = 0.7;

    final double[] rows;
    /// Median of the same weekday in the eight weeks before; `NaN` unless two are known.
    final double[] usual;
    final double[] spread;
    /// Index of the last day whose rows seem to have all arrived.
    final int lastComplete;

    /// @param cost of the same days
    Volume(double[] rows, double[] cost) {
        this.rows = rows;
        this.usual = weekdays(rows);
        double[] logs = new double[rows.length];
        double[] zero = new double[rows.length];
        for (int day = 0; day < rows.length; day++) {
            logs[day] = rows[day] > 0 && usual[day] > 0 ? Math.log(rows[day] / usual[day]) : Double.NaN;
        }
        this.spread = Runs.spread(logs, zero, 0.05);
        this.lastComplete = rows.length - 1 - late(cost, weekdays(cost));
    }

    /// As above for any counts.
    static double[] weekdays(double[] counts) {
        double[] usual = new double[counts.length];
        for (int day = 0; day < counts.length; day++) {
            double[] before = new double[WEEKS];
            int known = 0;
            for (int week = 1; week <= WEEKS && day - 7 * week >= 0; week++) {
                before[known++] = counts[day - 7 * week];
            }
            usual[day] = known < 2 ? Double.NaN : Robust.median(Arrays.copyOf(before, known));
        }
        return usual;
    }

    double ratio(int day) {
        return rows[day] / usual[day];
    }

    /// Distance from what is usual in the spread of the days before; a day without rows lies far out.
    double deviations(int day) {
        return rows[day] == 0 ? Double.POSITIVE_INFINITY : Math.abs(Math.log(ratio(day))) / spread[day];
    }

    /// When more than five trailing days are low it is no lateness but a new level.
    private int late(double[] cost, double[] usualCost) {
        int late = 0;
        for (int day = rows.length - 1; day >= 0 && late <= MOST_LATE; day--) {
            if (!(ratio(day) < LATE) && !(cost[day] < LATE_COST * usualCost[day])) {
                break;
            }
            late++;
        }
        return late > MOST_LATE ? 0 : late;
    }
}
