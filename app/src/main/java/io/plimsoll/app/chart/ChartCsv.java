package io.plimsoll.app.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.plimsoll.analysis.unit.CsvCell;

/// The numbers behind a chart as CSV (RFC 4180, line feeds): one line a position on x, one column a series or band edge.
/// Times are ISO 8601 in UTC; numbers are not rounded; names are no formulas.
public final class ChartCsv {
    private ChartCsv() {
    }

    /// All of the chart's numbers, whatever stretch is shown.
    public static String of(ChartSpec spec) {
        StringBuilder text = new StringBuilder();
        if (spec.kind() == ChartSpec.Kind.ROWS) {
            line(text, List.of("name", "low", "high"));
            spec.rows().forEach(row -> line(text,
                    List.of(row.label(), Double.toString(row.low()), Double.toString(row.high()))));
            return text.toString();
        }
        if (spec.kind() == ChartSpec.Kind.TREEMAP) {
            return tiles(spec);
        }
        if (spec.kind() == ChartSpec.Kind.SCATTER) {
            line(text, List.of("name", "x", "y"));
            spec.markers().forEach(each -> line(text,
                    List.of(each.reading(), Double.toString(each.x()), Double.toString(each.y()))));
            return text.toString();
        }
        List<String> header = new ArrayList<>(List.of(spec.x().kind() == Axis.Kind.TIME ? "time" : "x"));
        List<double[]> positions = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (Series series : spec.series()) {
            header.add(series.name());
            positions.add(series.x());
            values.add(series.y());
        }
        for (Band band : spec.bands()) {
            header.addAll(List.of(band.name() + " low", band.name() + " high"));
            positions.addAll(List.of(band.x(), band.x()));
            values.addAll(List.of(band.low(), band.high()));
        }
        line(text, header);
        table(positions, values).forEach((x, cells) -> {
            List<String> fields = new ArrayList<>(List.of(position(spec.x(), x)));
            fields.addAll(Arrays.asList(cells));
            line(text, fields);
        });
        return text.toString();
    }

    private static String tiles(ChartSpec spec) {
        StringBuilder text = new StringBuilder();
        line(text, List.of("group", "part", "value"));
        for (Tile tile : spec.tiles()) {
            if (tile.parts().isEmpty()) {
                line(text, List.of(tile.label(), "", Double.toString(tile.value())));
            }
            tile.parts().forEach(part -> line(text,
                    List.of(tile.label(), part.label(), Double.toString(part.value()))));
        }
        return text.toString();
    }

    private static TreeMap<Double, String[]> table(List<double[]> positions, List<double[]> values) {
        TreeMap<Double, String[]> lines = new TreeMap<>();
        for (int column = 0; column < positions.size(); column++) {
            double[] x = positions.get(column);
            for (int i = 0; i < x.length; i++) {
                String[] cells = lines.computeIfAbsent(x[i], at -> empty(positions.size()));
                double value = values.get(column)[i];
                cells[column] = Double.isNaN(value) ? "" : Double.toString(value);
            }
        }
        return lines;
    }

    private static String[] empty(int size) {
        String[] cells = new String[size];
        Arrays.fill(cells, "");
        return cells;
    }

    private static String position(Axis axis, double x) {
        return switch (axis.kind()) {
            case TIME -> Instant.ofEpochMilli(Math.round(x * 1000)).toString();
            case CATEGORY -> axis.label().apply(x);
            case NUMBER, BYTES, ROOT -> Double.toString(x);
        };
    }

    private static void line(StringBuilder text, List<String> fields) {
        text.append(fields.stream().map(CsvCell::of).collect(Collectors.joining(","))).append('\n');
    }
}
