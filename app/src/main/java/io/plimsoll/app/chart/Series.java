package io.plimsoll.app.chart;

import java.util.Arrays;

import io.plimsoll.analysis.series.DailySeries;
import io.plimsoll.analysis.series.TimeSeries;

/// One line or one layer of bars.
///
/// @param name  for the read-out and the CSV
/// @param x     rising; epoch seconds on a time axis, 0, 1, 2 ... on a category axis; taken over, not copied
/// @param y     same length; `NaN` is a gap
/// @param color by its part in the design
/// @param dash  drawn dashed, for what is expected or forecast
/// @param width of the line in pixels
public record Series(String name, double[] x, double[] y, ChartColor color, boolean dash, double width) {
    private static final double SECONDS_A_DAY = 86_400;

    public Series {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " positions but " + y.length + " values");
        }
    }

    public static Series of(String name, double[] x, double[] y, ChartColor color) {
        return new Series(name, x, y, color, false, 1.8);
    }

    /// Values at 0, 1, 2 ...
    public static Series ofValues(String name, double[] y, ChartColor color) {
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> i);
        return of(name, x, y, color);
    }

    public static Series of(String name, DailySeries days, ChartColor color) {
        return of(name, epochs(days), days.values(), color);
    }

    public static Series of(String name, TimeSeries samples, ChartColor color) {
        double[] x = Arrays.stream(samples.times()).asDoubleStream().toArray();
        return new Series(name, x, samples.values(), color, false, 1.1);
    }

    /// The days of a daily series as positions on a time axis.
    public static double[] epochs(DailySeries days) {
        double[] x = new double[days.length()];
        Arrays.setAll(x, i -> days.day(i).toEpochDay() * SECONDS_A_DAY);
        return x;
    }

    public Series dashed() {
        return new Series(name, x, y, color, true, 1);
    }

    public Series withWidth(double pixels) {
        return new Series(name, x, y, color, dash, pixels);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that && name.equals(that.name) && color == that.color && dash == that.dash
                && width == that.width && Arrays.equals(x, that.x) && Arrays.equals(y, that.y);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(y);
    }
}
