package io.plimsoll.app.chart;

import javafx.scene.paint.Color;

/// Bars whose layers add up; what falls below zero (credits, refunds) stacks downwards.
final class StackedBarsPainter implements Painter {
    private static final double FILLED = 0.74;
    private static final double PALE = 0.45;

    @Override
    public ChartSpec.Kind kind() {
        return ChartSpec.Kind.STACKED_BARS;
    }

    @Override
    public void paint(Plot plot) {
        Backdrop.below(plot);
        ChartSpec spec = plot.spec();
        int length = spec.series().stream().mapToInt(each -> each.x().length).max().orElse(0);
        double step = Math.abs(plot.x().pixel(Domains.barStep(spec)) - plot.x().pixel(0));
        double width = Math.max(1, Math.min(48, Math.floor(step * FILLED)));
        for (int i = 0; i < length; i++) {
            bar(plot, i, width);
        }
        Backdrop.above(plot);
    }

    private static void bar(Plot plot, int index, double width) {
        double above = 0;
        double below = 0;
        for (Series series : plot.spec().series()) {
            boolean shown = index < series.x().length && Backdrop.inside(plot, series.x()[index])
                    && Double.isFinite(series.y()[index]);
            if (!shown) {
                continue;
            }
            double value = series.y()[index];
            double start = value < 0 ? below : above;
            boolean pale = series.x()[index] >= plot.spec().fadeFrom();
            layer(plot, plot.x().pixel(series.x()[index]) - width / 2, width, start, start + value,
                    plot.ink(series.color(), pale ? PALE : 1));
            above += Math.max(0, value);
            below += Math.min(0, value);
        }
    }

    private static void layer(Plot plot, double left, double width, double from, double to, Color fill) {
        double top = plot.y().pixel(Math.max(from, to));
        double height = plot.y().pixel(Math.min(from, to)) - top;
        double gap = height > 3 ? 1 : 0;
        double corner = width > 5 && height > 5 ? 3 : 0;
        plot.g().setFill(fill);
        plot.g().fillRoundRect(left, top + gap, width, height - gap, corner, corner);
    }
}
