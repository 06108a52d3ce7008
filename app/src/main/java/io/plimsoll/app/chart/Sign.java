package io.plimsoll.app.chart;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// What moves above a chart while something is dragged elsewhere: a ring, or a line across. A node of its own, so that the chart is
/// not painted anew.
final class Sign {
    private static final double RADIUS = 6;

    private final Circle ring = new Circle(RADIUS);
    private final Line line = new Line();
    private double x = Double.NaN;
    private double y = Double.NaN;

    Sign() {
        ring.getStyleClass().add("pl-chart-sign");
        line.getStyleClass().add("pl-chart-sign");
        line.getStrokeDashArray().setAll(6.0, 4.0);
        for (Node node : new Node[]{ring, line}) {
            node.setManaged(false);
            node.setMouseTransparent(true);
            node.setVisible(false);
        }
    }

    void install(ChartView chart) {
        chart.addOverlay(line, ring);
    }

    void move(double toX, double toY) {
        x = toX;
        y = toY;
    }

    void place(Plot plot, double left, double top) {
        Rectangle2D area = plot.area();
        boolean across = Double.isNaN(x);
        ring.setVisible(!Double.isNaN(y) && !across);
        line.setVisible(!Double.isNaN(y) && across);
        double py = top + Math.clamp(plot.y().pixel(y), area.getMinY(), area.getMaxY());
        if (ring.isVisible()) {
            ring.setCenterX(left + Math.clamp(plot.x().pixel(x), area.getMinX(), area.getMaxX()));
            ring.setCenterY(py);
        } else if (line.isVisible()) {
            line.setStartX(left + area.getMinX());
            line.setEndX(left + area.getMaxX());
            line.setStartY(py);
            line.setEndY(py);
        }
    }
}
