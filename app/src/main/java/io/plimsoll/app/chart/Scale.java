package io.plimsoll.app.chart;

/// A map from values to pixels, straight or by square roots.
///
/// @param low  value at `from`
/// @param high value at `to`, different from `low`
/// @param root whether the square roots of the values are spread evenly; then no value is below 0
public record Scale(double low, double high, double from, double to, boolean root) {
    /// A straight one.
    public Scale(double low, double high, double from, double to) {
        this(low, high, from, to, false);
    }

    public double pixel(double value) {
        double start = spread(low);
        return from + (spread(value) - start) / (spread(high) - start) * (to - from);
    }

    public double value(double pixel) {
        double start = spread(low);
        double at = start + (pixel - from) / (to - from) * (spread(high) - start);
        return root ? at * at : at;
    }

    private double spread(double value) {
        return root ? Math.sqrt(Math.max(0, value)) : value;
    }
}
