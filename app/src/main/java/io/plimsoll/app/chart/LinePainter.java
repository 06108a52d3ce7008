package io.plimsoll.app.chart;

/// Lines over bands and shaded stretches.
final class LinePainter implements Painter {
    @Override
    public ChartSpec.Kind kind() {
        return ChartSpec.Kind.LINE;
    }

    @Override
    public void paint(Plot plot) {
        Backdrop.below(plot);
        plot.spec().bands().forEach(band -> Paths.band(plot, band));
        plot.spec().series().forEach(series -> Paths.line(plot, series, false));
        Backdrop.above(plot);
    }
}
