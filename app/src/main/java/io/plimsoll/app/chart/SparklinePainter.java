package io.plimsoll.app.chart;

import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import io.plimsoll.app.chart.ChartSpec.Span;

/// Small bars from zero up, without axes, for a table cell. With more values than pixels each bar shows the highest.
final class SparklinePainter implements Painter {
    private static final double NARROWEST = 3;

    @Override
    public ChartSpec.Kind kind() {
        return ChartSpec.Kind.SPARKLINE;
    }

    @Override
    public Plot layout(GraphicsContext g, ChartSpec spec, double width, double height,
            Function<ChartColor, Color> inks) {
        Span x = Domains.x(spec);
        Span y = Domains.y(spec, x);
        return new Plot(g, spec, Painter.area(width, height, 0, 0, 0, 0), new Scale(x.from(), x.to(), 0, width),
                new Scale(y.from(), y.to(), height, 0), inks);
    }

    @Override
    public void paint(Plot plot) {
        if (plot.spec().series().isEmpty()) {
            return;
        }
        Series series = plot.spec().series().getFirst();
        int bars = (int) Math.max(1, Math.min(series.y().length, plot.area().getWidth() / NARROWEST));
        double step = plot.area().getWidth() / bars;
        double zero = plot.y().pixel(0);
        plot.g().setFill(plot.ink(series.color(), 0.8));
        for (int bar = 0; bar < bars; bar++) {
            double highest = Double.NaN;
            int end = (int) ((bar + 1L) * series.y().length / bars);
            for (int i = (int) ((long) bar * series.y().length / bars); i < end; i++) {
                highest = Double.isNaN(highest) ? series.y()[i] : Math.max(highest, series.y()[i]);
            }
            if (Double.isFinite(highest)) {
                double top = plot.y().pixel(highest);
                plot.g().fillRect(bar * step, Math.min(top, zero), Math.max(1, step * 0.64),
                        Math.max(1, Math.abs(zero - top)));
            }
        }
    }
}
