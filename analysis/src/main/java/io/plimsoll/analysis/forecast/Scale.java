package io.plimsoll.analysis.forecast;

import java.util.Arrays;

/// Whether a series is continued as it is, or in logarithms: growth and seasons of positive amounts are shares of their level.
enum Scale {
    LINEAR, LOGARITHMIC;

    static Scale of(double[] values) {
        return Arrays.stream(values).allMatch(value -> value > 0) ? LOGARITHMIC : LINEAR;
    }

    double[] to(double[] values) {
        return this == LINEAR ? values : Arrays.stream(values).map(Math::log).toArray();
    }

    double[] from(double[] values) {
        return this == LINEAR ? values : Arrays.stream(values).map(Math::exp).toArray();
    }
}
