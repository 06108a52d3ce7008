package io.plimsoll.app.chart;

/// A straight map from values to pixels.
///
/// @param low  value at `from`
/// @param high value at `to`, different from `low`
public record Scale(double low, double high, double from, double to) {
    public double pixel(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    public double value(double pixel) {
        return low + (pixel - from) / (to - from) * (high - low);
    }
}
