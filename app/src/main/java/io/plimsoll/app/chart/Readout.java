package io.plimsoll.app.chart;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.chart.ChartSpec.Kind;
import io.plimsoll.app.text.Formats;

/// What a chart says about one place on its x axis.
///
/// @param at      the position, snapped to the nearest value
/// @param heading the position in words
record Readout(double at, String heading, List<Line> lines) {
    /// One series, band or marker.
    record Line(ChartColor color, String name, String value) {}

    /// @param x a position on the x axis, or for horizontal bars the row, or for a treemap the cell, or for a scatter chart the marker
    /// @return null where there is nothing to say
    static @Nullable Readout at(ChartSpec spec, double x) {
        if (spec.kind() == Kind.ROWS) {
            return row(spec, (int) Math.floor(x));
        }
        if (spec.kind() == Kind.TREEMAP) {
            return tile(spec, (int) x);
        }
        if (spec.kind() == Kind.SCATTER) {
            return point(spec, (int) x);
        }
        double nearest = nearest(spec, x);
        if (Double.isNaN(nearest)) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        for (Series series : spec.series()) {
            double value = value(series.x(), series.y(), nearest);
            if (!Double.isNaN(value)) {
                lines.add(new Line(series.color(), series.name(), spec.y().reading().apply(value)));
            }
        }
        for (Band band : spec.bands()) {
            double low = value(band.x(), band.low(), nearest);
            double high = value(band.x(), band.high(), nearest);
            if (!Double.isNaN(low) && !Double.isNaN(high)) {
                lines.add(new Line(band.color(), band.name(),
                        spec.y().reading().apply(low) + " \u2013 " + spec.y().reading().apply(high)));
            }
        }
        spec.markers().stream().filter(marker -> marker.x() == nearest && !marker.reading().isEmpty())
                .forEach(marker -> lines.add(new Line(marker.color(), marker.reading(), "")));
        return new Readout(nearest, spec.x().reading().apply(nearest), lines);
    }

    /// The nearest position that any series has, `NaN` without one.
    static double nearest(ChartSpec spec, double x) {
        double best = Double.NaN;
        for (Series series : spec.series()) {
            int index = Columns.lower(series.x(), x);
            for (int i = Math.max(0, index - 1); i <= Math.min(index, series.x().length - 1); i++) {
                double candidate = series.x()[i];
                best = Double.isNaN(best) || Math.abs(candidate - x) < Math.abs(best - x) ? candidate : best;
            }
        }
        return best;
    }

    private static @Nullable Readout point(ChartSpec spec, int number) {
        if (number < 0 || number >= spec.markers().size()) {
            return null;
        }
        Marker marker = spec.markers().get(number);
        return new Readout(number, marker.reading(), List.of(
                new Line(marker.color(), spec.y().reading().apply(marker.y()), spec.x().reading().apply(marker.x()))));
    }

    private static @Nullable Readout row(ChartSpec spec, int index) {
        if (index < 0 || index >= spec.rows().size()) {
            return null;
        }
        BarRow row = spec.rows().get(index);
        List<Line> lines = new ArrayList<>();
        if (row.low() < 0) {
            lines.add(new Line(row.lowColor(), "", spec.y().reading().apply(row.low())));
        }
        if (row.high() > 0) {
            lines.add(new Line(row.highColor(), "", spec.y().reading().apply(row.high())));
        }
        return new Readout(index, row.label(), lines);
    }

    private static @Nullable Readout tile(ChartSpec spec, int number) {
        int before = 0;
        double whole = spec.tiles().stream().mapToDouble(Tile::value).sum();
        for (Tile outer : spec.tiles()) {
            int count = Math.max(1, outer.parts().size());
            if (number >= before && number < before + count) {
                Tile part = outer.parts().isEmpty() ? outer : outer.parts().get(number - before);
                List<Line> lines = new ArrayList<>(List.of(line(part, "", whole)));
                if (part != outer) {
                    lines.add(line(outer, outer.label(), whole));
                }
                return new Readout(number, part.label(), lines);
            }
            before += count;
        }
        return null;
    }

    private static Line line(Tile tile, String name, double whole) {
        return new Line(tile.color(), name,
                tile.reading() + "  " + Formats.percent(tile.value() / whole, 1));
    }

    private static double value(double[] x, double[] y, double at) {
        int index = Columns.lower(x, at);
        return index < x.length && x[index] == at ? y[index] : Double.NaN;
    }
}
