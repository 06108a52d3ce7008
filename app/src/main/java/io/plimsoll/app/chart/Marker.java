package io.plimsoll.app.chart;

/// A point of interest: an anomaly on the line, a commit below it.
///
/// @param y       height on the value axis; `NaN` puts it at the foot of the chart
/// @param label   drawn beside a marker at the foot; empty for none
/// @param reading told by the read-out where a value of the chart stands at the same `x`; empty for none
public record Marker(double x, double y, Shape shape, ChartColor color, String label, String reading) {
    public static Marker dot(double x, double y, ChartColor color, String reading) {
        return new Marker(x, y, Shape.DOT, color, "", reading);
    }

    /// A dot of a scatter chart with its name beside it.
    public static Marker named(double x, double y, ChartColor color, String label, String reading) {
        return new Marker(x, y, Shape.DOT, color, label, reading);
    }

    /// A dot of a scatter chart that widens no axis: beyond them it stands at their edge.
    public static Marker atEdge(double x, double y, ChartColor color, String label, String reading) {
        return new Marker(x, y, Shape.EDGE, color, label, reading);
    }

    /// A small dot of a scatter chart.
    public static Marker point(double x, double y, ChartColor color, String reading) {
        return new Marker(x, y, Shape.POINT, color, "", reading);
    }

    /// A triangle at the foot.
    ///
    /// @param label drawn beside it and told by the read-out
    public static Marker below(double x, ChartColor color, String label) {
        return new Marker(x, Double.NaN, Shape.TRIANGLE, color, label, label);
    }

    /// A triangle at the foot that stands alone.
    public static Marker told(double x, ChartColor color, String reading) {
        return new Marker(x, Double.NaN, Shape.TRIANGLE, color, "", reading);
    }

    /// How it is drawn.
    public enum Shape {
        DOT, TRIANGLE, POINT, EDGE
    }
}
