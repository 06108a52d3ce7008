package io.plimsoll.analysis.anomaly.daily;

import io.plimsoll.analysis.series.Robust;

/// The median of a window of adjusted days that moves on day by day. From one day to the next few of them change places, so yesterday's
/// order is put right instead of sorting anew; the answer is that of [Baseline#medianOf], to the last digit. Not safe for several threads.
final class MovingMedian {
    private final Baseline baseline;
    private final int[] days;
    private final double[] values;
    private int first = -2;
    private int count;

    /// @param longest days of the window
    MovingMedian(Baseline baseline, int longest) {
        this.baseline = baseline;
        this.days = new int[longest];
        this.values = new double[longest];
    }

    /// Of the days `from` <= i < `to`, at most `longest` of them; `NaN` if there is none.
    double of(int from, int to) {
        follow(Math.max(0, from), to);
        for (int i = 0; i < count; i++) {
            int day = days[i];
            double value = baseline.adjusted(day);
            if (Double.isNaN(value)) {
                first = -2;
                return baseline.medianOf(from, to);
            }
            int place = i;
            while (place > 0 && values[place - 1] > value) {
                values[place] = values[place - 1];
                days[place] = days[place - 1];
                place--;
            }
            values[place] = value;
            days[place] = day;
        }
        return count == 0 ? Double.NaN : Robust.quantileOfSorted(values, count, 0.5);
    }

    /// Lets the day before the window make way for its last one, in the order of before.
    private void follow(int start, int to) {
        int length = Math.max(0, to - start);
        if (start == first + 1 && length == count && count > 0) {
            int gone = 0;
            while (days[gone] != first) {
                gone++;
            }
            days[gone] = to - 1;
        } else if (start != first || length != count) {
            for (int i = 0; i < length; i++) {
                days[i] = start + i;
            }
        }
        first = start;
        count = length;
    }
}
