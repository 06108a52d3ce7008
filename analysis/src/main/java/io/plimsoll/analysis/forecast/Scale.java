package io.plimsoll.analysis.forecast;

import java.util.Arrays;

import io.plimsoll.analysis.series.Robust;

/// Whether a series is continued as it is, or in logarithms: growth and seasons of positive amounts are shares of their level.
enum Scale {
    LINEAR, LOGARITHMIC;

    private static final double NOTHING = 0.005;

    /// A day of next to nothing would weigh more in logarithms than all others.
    static Scale of(double[] values) {
        double least = NOTHING * Robust.median(values);
        return Arrays.stream(values).allMatch(value -> value > 0 && value >= least) ? LOGARITHMIC : LINEAR;
    }

    double[] to(double[] values) {
        return this == LINEAR ? values : Arrays.stream(values).map(Math::log).toArray();
    }

    double[] from(double[] values) {
        return this == LINEAR ? values : Arrays.stream(values).map(Math::exp).toArray();
    }
}
