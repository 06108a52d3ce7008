package io.plimsoll.app.chart;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.Stream;

import io.plimsoll.app.chart.ChartSpec.Kind;
import io.plimsoll.app.chart.ChartSpec.Span;

/// Which stretch of both axes a chart shows.
final class Domains {
    private static final double HEADROOM = 0.08;
    /// A line chart starts at zero unless that would squeeze the line into less than half of the height.
    private static final double NEAR_ZERO = 0.5;

    private Domains() {
    }

    static Span x(ChartSpec spec) {
        if (spec.domain() != null) {
            return spec.domain();
        }
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        spec.series().forEach(each -> ends(each.x(), all));
        spec.bands().forEach(each -> ends(each.x(), all));
        if (spec.kind() == Kind.SCATTER) {
            widening(spec).forEach(each -> all.accept(each.x()));
            return new Span(0, all.getCount() == 0 || all.getMax() <= 0 ? 1 : all.getMax() * (1 + HEADROOM));
        }
        if (all.getCount() == 0) {
            return new Span(0, 1);
        }
        double half = spec.kind() == Kind.STACKED_BARS || spec.kind() == Kind.SPARKLINE ? barStep(spec) / 2 : 0;
        double from = all.getMin() - half;
        double to = all.getMax() + half;
        return from < to ? new Span(from, to) : new Span(from - 0.5, to + 0.5);
    }

    /// The distance between neighbouring bars.
    static double barStep(ChartSpec spec) {
        double step = Double.POSITIVE_INFINITY;
        for (Series series : spec.series()) {
            for (int i = 1; i < series.x().length; i++) {
                step = Math.min(step, series.x()[i] - series.x()[i - 1]);
            }
        }
        return Double.isInfinite(step) ? 1 : step;
    }

    static Span y(ChartSpec spec, Span x) {
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        if (spec.kind() == Kind.STACKED_BARS) {
            stack(spec, x, all);
        } else {
            spec.series().forEach(each -> within(each.x(), each.y(), x, all));
            spec.bands().forEach(each -> {
                within(each.x(), each.low(), x, all);
                within(each.x(), each.high(), x, all);
            });
        }
        if (spec.kind() == Kind.SCATTER) {
            widening(spec).forEach(each -> all.accept(each.y()));
        }
        spec.limits().stream().filter(limit -> !limit.vertical()).forEach(limit -> all.accept(limit.at()));
        return all.getCount() == 0 ? new Span(0, 1) : padded(spec.kind(), all.getMin(), all.getMax());
    }

    private static Span padded(Kind kind, double low, double high) {
        boolean bars = kind == Kind.STACKED_BARS || kind == Kind.SPARKLINE;
        boolean fromZero = bars || low >= 0 && low < NEAR_ZERO * high;
        double bottom = fromZero ? Math.min(0, low) : low;
        double top = fromZero ? Math.max(0, high) : high;
        double length = top > bottom ? top - bottom : Math.max(1, Math.abs(top));
        double below = bottom < 0 || !fromZero ? HEADROOM * length : 0;
        return new Span(bottom - below, (top > bottom ? top : bottom + length) + HEADROOM * length);
    }

    private static void stack(ChartSpec spec, Span x, DoubleSummaryStatistics all) {
        int length = spec.series().stream().mapToInt(each -> each.x().length).max().orElse(0);
        for (int i = 0; i < length; i++) {
            double above = 0;
            double below = 0;
            for (Series series : spec.series()) {
                boolean shown = i < series.x().length && series.x()[i] >= x.from() && series.x()[i] <= x.to();
                double value = shown && Double.isFinite(series.y()[i]) ? series.y()[i] : 0;
                above += Math.max(0, value);
                below += Math.min(0, value);
            }
            all.accept(above);
            all.accept(below);
        }
    }

    private static void within(double[] x, double[] y, Span span, DoubleSummaryStatistics all) {
        int first = Math.max(0, Columns.lower(x, span.from()) - 1);
        int last = Math.min(x.length, Columns.lower(x, Math.nextUp(span.to())) + 1);
        Arrays.stream(y, first, Math.max(first, last)).filter(Double::isFinite).forEach(all::accept);
    }

    private static Stream<Marker> widening(ChartSpec spec) {
        return spec.markers().stream().filter(each -> each.shape() != Marker.Shape.EDGE);
    }

    private static void ends(double[] x, DoubleSummaryStatistics all) {
        if (x.length > 0) {
            all.accept(x[0]);
            all.accept(x[x.length - 1]);
        }
    }
}
