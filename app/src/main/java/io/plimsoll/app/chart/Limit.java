package io.plimsoll.app.chart;

/// A straight line across the chart: a request, a limit, a budget (horizontal), the last complete day (vertical).
///
/// @param at       on the value axis, or on the x axis if `vertical`
/// @param label    written beside it, empty for none
public record Limit(double at, boolean vertical, String label, ChartColor color, boolean dash, double width) {
    public static Limit at(double y, String label, ChartColor color) {
        return new Limit(y, false, label, color, false, 1.6);
    }

    public static Limit dashedAt(double y, String label, ChartColor color) {
        return new Limit(y, false, label, color, true, 1.2);
    }

    /// A dotted upright line.
    public static Limit upright(double x, String label) {
        return new Limit(x, true, label, ChartColor.INK3, true, 1);
    }
}
