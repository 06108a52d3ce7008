package io.plimsoll.app.chart;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Draws lines and strips, thinned to the pixels there are.
final class Paths {
    private Paths() {
    }

    /// @param stairs whether a value holds until the next
    static void line(Plot plot, Series series, boolean stairs) {
        clipped(plot, () -> {
            double fade = plot.spec().fadeFrom();
            Columns.Points points = Columns.thin(series.x(), series.y(), plot.x().low(), plot.x().high(),
                    (int) plot.area().getWidth());
            plot.pen(series.color(), series.width(), series.dash() ? new double[]{4, 3} : new double[0]);
            plot.g().setLineJoin(StrokeLineJoin.ROUND);
            plot.g().setLineCap(StrokeLineCap.BUTT);
            int split = Double.isNaN(fade) ? points.length() : Columns.lower(points.x(), fade);
            stroke(plot, points, 0, split, stairs);
            plot.g().setGlobalAlpha(0.45);
            stroke(plot, points, Math.max(0, split - 1), points.length(), stairs);
            plot.g().setGlobalAlpha(1);
        });
    }

    private static void stroke(Plot plot, Columns.Points points, int from, int to, boolean stairs) {
        GraphicsContext g = plot.g();
        g.beginPath();
        boolean down = false;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(points.y()[i])) {
                down = false;
                continue;
            }
            double x = plot.x().pixel(points.x()[i]);
            double y = plot.y().pixel(points.y()[i]);
            if (!down) {
                g.moveTo(x, y);
            } else {
                if (stairs) {
                    g.lineTo(x, plot.y().pixel(points.y()[i - 1]));
                }
                g.lineTo(x, y);
            }
            down = true;
        }
        g.stroke();
    }

    static void band(Plot plot, Band band) {
        clipped(plot, () -> {
            int pixels = (int) plot.area().getWidth();
            Columns.Points high = Columns.thin(band.x(), band.high(), plot.x().low(), plot.x().high(), pixels);
            Columns.Points low = Columns.thin(band.x(), band.low(), plot.x().low(), plot.x().high(), pixels);
            plot.g().setFill(plot.ink(band.color(), band.opacity()));
            plot.g().beginPath();
            boolean first = true;
            for (int i = 0; i < high.length(); i++) {
                first = corner(plot, high.x()[i], high.y()[i], first);
            }
            for (int i = low.length() - 1; i >= 0; i--) {
                first = corner(plot, low.x()[i], low.y()[i], first);
            }
            plot.g().closePath();
            plot.g().fill();
        });
    }

    private static boolean corner(Plot plot, double x, double y, boolean first) {
        if (Double.isNaN(y)) {
            return first;
        }
        if (first) {
            plot.g().moveTo(plot.x().pixel(x), plot.y().pixel(y));
        } else {
            plot.g().lineTo(plot.x().pixel(x), plot.y().pixel(y));
        }
        return false;
    }

    private static void clipped(Plot plot, Runnable drawing) {
        Rectangle2D area = plot.area();
        plot.g().save();
        plot.g().beginPath();
        plot.g().rect(area.getMinX(), area.getMinY() - 2, area.getWidth(), area.getHeight() + 4);
        plot.g().clip();
        drawing.run();
        plot.g().restore();
    }
}
