package io.plimsoll.app.chart;

/// A point of interest: an anomaly on the line, a commit below it.
///
/// @param y     height on the value axis; `NaN` puts it at the foot of the chart
/// @param label drawn below a marker at the foot and told by the read-out; empty for none
public record Marker(double x, double y, Shape shape, ChartColor color, String label) {
    public static Marker dot(double x, double y, ChartColor color, String label) {
        return new Marker(x, y, Shape.DOT, color, label);
    }

    /// A triangle at the foot.
    public static Marker below(double x, ChartColor color, String label) {
        return new Marker(x, Double.NaN, Shape.TRIANGLE, color, label);
    }

    /// How it is drawn.
    public enum Shape {
        DOT, TRIANGLE
    }
}
