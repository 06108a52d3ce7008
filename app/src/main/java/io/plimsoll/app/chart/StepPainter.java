package io.plimsoll.app.chart;

/// Lines whose values hold until the next: replicas, prices, requests.
final class StepPainter implements Painter {
    @Override
    public ChartSpec.Kind kind() {
        return ChartSpec.Kind.STEP;
    }

    @Override
    public void paint(Plot plot) {
        Backdrop.below(plot);
        plot.spec().bands().forEach(band -> Paths.band(plot, band));
        plot.spec().series().forEach(series -> Paths.line(plot, series, true));
        Backdrop.above(plot);
    }
}
