package io.plimsoll.app.chart;

import java.util.Arrays;

/// A filled strip between two lines: what was expected, or what a forecast holds for likely.
///
/// @param x       rising, as in `Series`
/// @param low     same length
/// @param high    same length
/// @param opacity in 0..1
public record Band(String name, double[] x, double[] low, double[] high, ChartColor color, double opacity) {
    public Band {
        if (x.length != low.length || x.length != high.length) {
            throw new IllegalArgumentException("A band's arrays must have one length");
        }
    }

    /// What was expected, as a pale strip behind the line.
    public static Band expected(String name, double[] x, double[] low, double[] high) {
        return new Band(name, x, low, high, ChartColor.ACCENT_BG, 0.85);
    }

    /// What is likely to come, in the pale colour of its line.
    public static Band likely(String name, double[] x, double[] low, double[] high, ChartColor color) {
        return new Band(name, x, low, high, color, 0.14);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Band that && name.equals(that.name) && color == that.color && opacity == that.opacity
                && Arrays.equals(x, that.x) && Arrays.equals(low, that.low) && Arrays.equals(high, that.high);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(high);
    }
}
