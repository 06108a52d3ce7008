package io.plimsoll.analysis.series;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/// One number a day without a hole in the calendar. A day without data is `NaN`.
///
/// @param start  the day of `values[0]`
/// @param values one a day; taken over, not copied: don't change it afterwards
public record DailySeries(LocalDate start, double[] values) {
    public int length() {
        return values.length;
    }

    public LocalDate day(int index) {
        return start.plusDays(index);
    }

    /// May lie outside 0..length-1.
    public int index(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(start, day);
    }

    public double sum() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DailySeries that && start.equals(that.start) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * start.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "DailySeries[" + start + ", " + values.length + " days]";
    }
}
