package io.plimsoll.app.chart;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Everything that a chart shows, without saying how it is drawn. Immutable; made with `line()`, `step()`, `stackedBars()`,
/// `rows()`, `treemap()`, `scatter()` or `sparkline()`.
///
/// @param title    one sentence for those who can't see the picture
/// @param fadeFrom bars and lines from here on are pale, as their days are incomplete; `NaN` for none
/// @param domain   the stretch of x shown, or null for all of it
public record ChartSpec(Kind kind, String title, Axis x, Axis y, List<Series> series, List<Band> bands,
        List<Marker> markers, List<Shade> shades, List<Limit> limits, List<BarRow> rows, List<Tile> tiles,
        double fadeFrom, @Nullable Span domain) {
    public ChartSpec {
        series = List.copyOf(series);
        bands = List.copyOf(bands);
        markers = List.copyOf(markers);
        shades = List.copyOf(shades);
        limits = List.copyOf(limits);
        rows = List.copyOf(rows);
        tiles = List.copyOf(tiles);
    }

    /// Lines with bands, markers and shaded stretches.
    public static Builder line(String title) {
        return new Builder(Kind.LINE, title);
    }

    /// As `line`, each value holding until the next.
    public static Builder step(String title) {
        return new Builder(Kind.STEP, title);
    }

    /// The series stand on each other; all have the same x.
    public static Builder stackedBars(String title) {
        return new Builder(Kind.STACKED_BARS, title);
    }

    /// Horizontal bars around zero.
    public static Builder rows(String title) {
        return new Builder(Kind.ROWS, title);
    }

    /// Areas of two levels.
    public static Builder treemap(String title) {
        return new Builder(Kind.TREEMAP, title);
    }

    /// Markers of two measures, each with a height; the series are stairs between them.
    public static Builder scatter(String title) {
        return new Builder(Kind.SCATTER, title);
    }

    /// Small bars without axes, for a table cell.
    public static ChartSpec sparkline(String title, double[] values, ChartColor color) {
        return new Builder(Kind.SPARKLINE, title).add(Series.ofValues(title, values, color)).build();
    }

    /// The same chart over another stretch.
    public ChartSpec within(@Nullable Span changed) {
        return new ChartSpec(kind, title, x, y, series, bands, markers, shades, limits, rows, tiles, fadeFrom,
                changed);
    }

    public boolean isEmpty() {
        return rows.isEmpty() && tiles.isEmpty() && series.stream().allMatch(each -> each.x().length == 0);
    }

    /// Which painter draws it.
    public enum Kind {
        LINE, STEP, STACKED_BARS, ROWS, TREEMAP, SCATTER, SPARKLINE
    }

    /// A stretch of the x axis, `from` < `to`.
    public record Span(double from, double to) {}

    /// Collects the parts of a chart.
    public static final class Builder {
        private final Kind kind;
        private final String title;
        private final List<Series> series = new ArrayList<>();
        private final List<Band> bands = new ArrayList<>();
        private final List<Marker> markers = new ArrayList<>();
        private final List<Shade> shades = new ArrayList<>();
        private final List<Limit> limits = new ArrayList<>();
        private final List<BarRow> rows = new ArrayList<>();
        private final List<Tile> tiles = new ArrayList<>();
        private Axis x = Axis.time();
        private Axis y = Axis.number("");
        private double fadeFrom = Double.NaN;

        private Builder(Kind kind, String title) {
            this.kind = kind;
            this.title = title;
        }

        /// Time unless told otherwise.
        public Builder x(Axis axis) {
            this.x = axis;
            return this;
        }

        /// Plain numbers unless told otherwise.
        public Builder y(Axis axis) {
            this.y = axis;
            return this;
        }

        public Builder add(Series... added) {
            series.addAll(List.of(added));
            return this;
        }

        public Builder add(Band... added) {
            bands.addAll(List.of(added));
            return this;
        }

        public Builder add(Marker... added) {
            markers.addAll(List.of(added));
            return this;
        }

        public Builder add(Shade... added) {
            shades.addAll(List.of(added));
            return this;
        }

        public Builder add(Limit... added) {
            limits.addAll(List.of(added));
            return this;
        }

        public Builder add(BarRow... added) {
            rows.addAll(List.of(added));
            return this;
        }

        public Builder add(Tile... added) {
            tiles.addAll(List.of(added));
            return this;
        }

        public Builder fadeFrom(double position) {
            this.fadeFrom = position;
            return this;
        }

        public ChartSpec build() {
            return new ChartSpec(kind, title, x, y, series, bands, markers, shades, limits, rows, tiles,
                    fadeFrom, null);
        }
    }
}
