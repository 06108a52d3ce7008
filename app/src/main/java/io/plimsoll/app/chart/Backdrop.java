package io.plimsoll.app.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import io.plimsoll.app.chart.ChartSpec.Span;

/// What charts over an x axis have in common: margins, grid, axis labels, shaded stretches, limits and markers.
final class Backdrop {
    private static final double TOP = 8;
    private static final double RIGHT = 12;
    private static final double TICK_ROW = 22;
    private static final double MARKER_ROW = 15;
    private static final double PIXELS_A_TICK_X = 86;
    private static final double PIXELS_A_TICK_Y = 36;

    private Backdrop() {
    }

    static Plot layout(GraphicsContext g, ChartSpec spec, double width, double height,
            Function<ChartColor, Color> inks) {
        Span x = Domains.x(spec);
        Span y = Domains.y(spec, x);
        double bottom = TICK_ROW + (hasFoot(spec) ? MARKER_ROW : 0);
        double widest = 0;
        for (double tick : Ticks.along(spec.y(), y.from(), y.to(), yTicks(height - TOP - bottom))) {
            widest = Math.max(widest, Plot.width(spec.y().label().apply(tick)));
        }
        Rectangle2D area = Painter.area(width, height, TOP, RIGHT, bottom, Math.ceil(widest) + 12);
        return new Plot(g, spec, area,
                new Scale(x.from(), x.to(), area.getMinX(), area.getMaxX(), spec.x().kind() == Axis.Kind.ROOT),
                new Scale(y.from(), y.to(), area.getMaxY(), area.getMinY()), inks);
    }

    /// Grid, labels and shaded stretches; to be called before the data are drawn.
    static void below(Plot plot) {
        Rectangle2D area = plot.area();
        for (double tick : Ticks.along(plot.spec().y(), plot.y().low(), plot.y().high(),
                yTicks(area.getHeight()))) {
            double at = Plot.sharp(plot.y().pixel(tick));
            plot.pen(tick == 0 ? ChartColor.LINE : ChartColor.GRID, 1);
            plot.g().strokeLine(area.getMinX(), at, area.getMaxX(), at);
            plot.label(plot.spec().y().label().apply(tick), area.getMinX() - 8, at, TextAlignment.RIGHT,
                    ChartColor.INK3);
        }
        double row = area.getMaxY() + (hasFoot(plot.spec()) ? MARKER_ROW : 0) + TICK_ROW / 2 + 1;
        double free = 0;
        for (Ticks.Tick tick : xTicks(plot)) {
            double half = Plot.width(tick.label()) / 2;
            double at = Math.clamp(plot.x().pixel(tick.at()), area.getMinX() + half,
                    Math.max(area.getMinX() + half, area.getMaxX() + RIGHT - half));
            if (at - half >= free) {
                plot.label(tick.label(), at, row, TextAlignment.CENTER, ChartColor.INK3);
                free = at + half + 8;
            }
        }
        plot.spec().shades().forEach(shade -> shade(plot, shade));
    }

    /// Limits and markers; to be called after the data are drawn.
    static void above(Plot plot) {
        plot.spec().limits().forEach(limit -> limit(plot, limit));
        plot.spec().shades().stream().filter(shade -> shade.from() < plot.x().high() && shade.to() > plot.x().low())
                .forEach(shade -> {
                    double left = Math.max(plot.area().getMinX(), plot.x().pixel(shade.from()));
                    double room = plot.area().getMaxX() - left - 4;
                    plot.label(Plot.fitted(shade.label(), room), left + 4, freeRow(plot), TextAlignment.LEFT,
                            ChartColor.INK2);
                });
        plot.spec().markers().forEach(marker -> marker(plot, marker));
    }

    /// The height of the first line of text from the top that no limit strikes through.
    private static double freeRow(Plot plot) {
        double row = plot.area().getMinY() + 7;
        for (int tries = 0; tries < 3 && struck(plot, row); tries++) {
            row += 14;
        }
        return row;
    }

    private static boolean struck(Plot plot, double row) {
        return plot.spec().limits().stream()
                .anyMatch(limit -> !limit.vertical() && Math.abs(plot.y().pixel(limit.at()) - row) < 8);
    }

    static boolean inside(Plot plot, double x) {
        return x >= plot.x().low() && x <= plot.x().high();
    }

    private static void shade(Plot plot, Shade shade) {
        double left = Math.max(plot.area().getMinX(), plot.x().pixel(shade.from()));
        double right = Math.min(plot.area().getMaxX(), plot.x().pixel(shade.to()));
        if (right > left) {
            plot.g().setFill(plot.ink(shade.color(), shade.opacity()));
            plot.g().fillRect(left, plot.area().getMinY(), right - left, plot.area().getHeight());
        }
    }

    private static void limit(Plot plot, Limit limit) {
        Rectangle2D area = plot.area();
        if (limit.vertical()) {
            if (inside(plot, limit.at())) {
                double at = Plot.sharp(plot.x().pixel(limit.at()));
                plot.pen(limit.color(), limit.width(), 2, 3);
                plot.g().strokeLine(at, area.getMinY(), at, area.getMaxY());
                boolean right = at + Plot.width(limit.label()) + 5 < area.getMaxX();
                plot.label(limit.label(), right ? at + 5 : at - 5, area.getMinY() + 7,
                        right ? TextAlignment.LEFT : TextAlignment.RIGHT, ChartColor.INK3);
            }
            return;
        }
        double at = Plot.sharp(plot.y().pixel(limit.at()));
        plot.pen(limit.color(), limit.width(), limit.dash() ? new double[]{5, 4} : new double[0]);
        plot.g().strokeLine(area.getMinX(), at, area.getMaxX(), at);
        plot.label(limit.label(), area.getMaxX() - 4, at - 8, TextAlignment.RIGHT, limit.color());
    }

    private static void marker(Plot plot, Marker marker) {
        if (!inside(plot, marker.x())) {
            return;
        }
        double x = plot.x().pixel(marker.x());
        boolean foot = Double.isNaN(marker.y());
        double y = foot ? plot.area().getMaxY() + 8 : plot.y().pixel(marker.y());
        plot.g().setFill(plot.ink(marker.color(), 1));
        if (marker.shape() == Marker.Shape.DOT) {
            plot.g().fillOval(x - 4, y - 4, 8, 8);
        } else {
            plot.g().fillPolygon(new double[]{x - 4.5, x, x + 4.5}, new double[]{y + 4, y - 4.5, y + 4}, 3);
        }
        if (foot && !marker.label().isEmpty()) {
            boolean right = x + 8 + Plot.width(marker.label()) < plot.area().getMaxX() + RIGHT;
            plot.label(marker.label(), right ? x + 8 : x - 8, y, right ? TextAlignment.LEFT : TextAlignment.RIGHT,
                    ChartColor.INK3);
        }
    }

    private static List<Ticks.Tick> xTicks(Plot plot) {
        int most = (int) Math.max(2, plot.area().getWidth() / PIXELS_A_TICK_X);
        Axis axis = plot.spec().x();
        double low = plot.x().low();
        double high = plot.x().high();
        return switch (axis.kind()) {
            case TIME -> Ticks.times(low, high, most);
            case NUMBER, BYTES -> Arrays.stream(Ticks.along(axis, low, high, most))
                    .mapToObj(at -> new Ticks.Tick(at, axis.label().apply(at))).toList();
            case ROOT -> Arrays.stream(Ticks.numbers(Math.sqrt(low), Math.sqrt(high), most)).map(at -> at * at)
                    .mapToObj(at -> new Ticks.Tick(at, axis.label().apply(at))).toList();
            case CATEGORY -> IntStream.range(0, axis.categories().size())
                    .filter(at -> at >= low && at <= high)
                    .mapToObj(at -> new Ticks.Tick(at, axis.categories().get(at))).toList();
        };
    }

    private static int yTicks(double height) {
        return (int) Math.clamp(height / PIXELS_A_TICK_Y, 3, 8);
    }

    private static boolean hasFoot(ChartSpec spec) {
        return spec.kind() != ChartSpec.Kind.SCATTER
                && spec.markers().stream().anyMatch(marker -> Double.isNaN(marker.y()));
    }
}
