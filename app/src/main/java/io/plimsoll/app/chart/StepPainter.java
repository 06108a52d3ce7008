package io.plimsoll.app.chart;

import java.util.function.Function;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Lines whose values hold until the next: replicas, prices, requests.
final class StepPainter implements Painter {
    @Override
    public ChartSpec.Kind kind() {
        return ChartSpec.Kind.STEP;
    }

    @Override
    public Plot layout(GraphicsContext g, ChartSpec spec, double width, double height,
            Function<ChartColor, Color> inks) {
        return Backdrop.layout(g, spec, width, height, inks);
    }

    @Override
    public void paint(Plot plot) {
        Backdrop.below(plot);
        plot.spec().bands().forEach(band -> Paths.band(plot, band));
        plot.spec().series().forEach(series -> Paths.line(plot, series, true));
        Backdrop.above(plot);
    }
}
