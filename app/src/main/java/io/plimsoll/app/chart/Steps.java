package io.plimsoll.app.chart;

/// Walks along a chart's positions with the arrow keys.
final class Steps {
    private Steps() {
    }

    /// The neighbour of `at` on the longest series, or the row or tile after it; the first one if `at` is `NaN`.
    static double next(ChartSpec spec, double at, int direction) {
        if (spec.kind() == ChartSpec.Kind.ROWS) {
            return Double.isNaN(at) ? 0 : Math.clamp(at + direction, 0, Math.max(0, spec.rows().size() - 1));
        }
        if (spec.kind() == ChartSpec.Kind.TREEMAP) {
            return Double.isNaN(at) ? 0 : Math.clamp(at + direction, 0, Math.max(0, Treemap.count(spec.tiles()) - 1));
        }
        if (spec.kind() == ChartSpec.Kind.SCATTER) {
            return Double.isNaN(at) ? 0 : Math.clamp(at + direction, 0, Math.max(0, spec.markers().size() - 1));
        }
        double[] x = new double[0];
        for (Series series : spec.series()) {
            x = series.x().length > x.length ? series.x() : x;
        }
        if (x.length == 0 || Double.isNaN(at)) {
            return x.length == 0 ? Double.NaN : x[0];
        }
        return x[Math.clamp(Columns.lower(x, at) + direction, 0, x.length - 1)];
    }
}
