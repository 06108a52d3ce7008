package io.plimsoll.analysis.anomaly.around;

import java.util.Arrays;

import io.plimsoll.analysis.series.Robust;

/// The usual course of the day: by hour, working days and weekends apart where both were seen at least twice.
final class DayCourse {
    private static final int HOURS = 24;
    private static final int WEEKEND = 5;
    private static final int TWICE = 2;

    private final double[][] usual = new double[2][HOURS];
    private final double level;
    private final int weekday;

    /// @param hours   from midnight, UTC
    /// @param until   only earlier hours are looked at
    /// @param weekday of the first hour, Monday is 0
    DayCourse(double[] hours, int until, int weekday) {
        this.weekday = weekday;
        double[] past = Arrays.copyOf(hours, until);
        level = Robust.median(past);
        for (int hour = 0; hour < HOURS; hour++) {
            double all = median(past, hour, -1);
            for (int kind = 0; kind < usual.length; kind++) {
                double own = median(past, hour, kind);
                usual[kind][hour] = Double.isNaN(own) ? all : own;
            }
        }
    }

    /// @param kind 0 for working days, 1 for weekends, -1 for both
    private double median(double[] past, int hour, int kind) {
        double[] seen = new double[past.length / HOURS + 1];
        Arrays.fill(seen, Double.NaN);
        int count = 0;
        for (int i = hour; i < past.length; i += HOURS) {
            if (!Double.isNaN(past[i]) && (kind < 0 || kind == kind(i))) {
                seen[count++] = past[i];
            }
        }
        return kind >= 0 && count < TWICE ? Double.NaN : Robust.median(seen);
    }

    private int kind(int hour) {
        return (weekday + hour / HOURS) % 7 >= WEEKEND ? 1 : 0;
    }

    /// The usual level, whatever the hour.
    double level() {
        return level;
    }

    /// An hour's value without the usual course of its day, at the usual level.
    double without(double value, int hour) {
        double own = usual[kind(hour)][hour % HOURS];
        return Double.isNaN(own) ? value : value - own + level;
    }
}
