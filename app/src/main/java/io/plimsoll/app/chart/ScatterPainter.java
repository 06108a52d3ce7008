package io.plimsoll.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;

/// Points of two measures, the series as stairs between them. Labels that would cover a point or another label are left out; the
/// read-out has them.
final class ScatterPainter implements Painter {
    private static final double LABEL_HEIGHT = 13;
    private static final double GAP = 8;
    private static final double REACH = 60;

    @Override
    public ChartSpec.Kind kind() {
        return ChartSpec.Kind.SCATTER;
    }

    @Override
    public void paint(Plot plot) {
        Backdrop.below(plot);
        plot.spec().series().forEach(series -> Paths.line(plot, series, true));
        List<Rectangle2D> taken = new ArrayList<>();
        plot.spec().markers().forEach(marker -> taken.add(dot(plot, marker)));
        plot.spec().markers().stream().filter(marker -> !marker.label().isEmpty())
                .sorted(Comparator.comparing(marker -> marker.shape() != Marker.Shape.EDGE))
                .forEach(marker -> label(plot, marker, taken));
    }

    private static Rectangle2D dot(Plot plot, Marker marker) {
        double radius = marker.shape() == Marker.Shape.POINT ? 2 : 4;
        double x = x(plot, marker);
        double y = y(plot, marker);
        plot.g().setFill(plot.ink(marker.color(), 1));
        plot.g().fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        return new Rectangle2D(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /// Above the point, right, left or below, wherever there is room first.
    private static void label(Plot plot, Marker marker, List<Rectangle2D> taken) {
        double x = x(plot, marker);
        double y = y(plot, marker);
        double width = Plot.width(marker.label());
        Rectangle2D area = plot.area();
        Rectangle2D free = new Rectangle2D(area.getMinX(), area.getMinY() - LABEL_HEIGHT / 2, area.getWidth(),
                area.getHeight() + LABEL_HEIGHT / 2);
        double[][] places = {{x + 2, y - LABEL_HEIGHT + 2}, {x - width / 2, y - LABEL_HEIGHT},
            {x + GAP, y}, {x - GAP - width, y}, {x - width / 2, y + LABEL_HEIGHT}};
        for (double[] place : places) {
            Rectangle2D box = new Rectangle2D(place[0], place[1] - LABEL_HEIGHT / 2, width, LABEL_HEIGHT);
            if (free.contains(box) && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                plot.label(marker.label(), place[0], place[1], TextAlignment.LEFT, ChartColor.INK2);
                return;
            }
        }
    }

    /// The number of the point nearest to a pixel, -1 if none is near.
    static int at(Plot plot, double px, double py) {
        List<Marker> markers = plot.spec().markers();
        return IntStream.range(0, markers.size()).boxed().filter(i -> distance(plot, markers.get(i), px, py) <= REACH)
                .min(Comparator.comparingDouble(i -> distance(plot, markers.get(i), px, py))).orElse(-1);
    }

    private static double distance(Plot plot, Marker marker, double px, double py) {
        return Math.hypot(x(plot, marker) - px, y(plot, marker) - py);
    }

    static double x(Plot plot, Marker marker) {
        return Math.clamp(plot.x().pixel(marker.x()), plot.area().getMinX(), plot.area().getMaxX());
    }

    static double y(Plot plot, Marker marker) {
        return Math.clamp(plot.y().pixel(marker.y()), plot.area().getMinY() + 4, plot.area().getMaxY());
    }
}
