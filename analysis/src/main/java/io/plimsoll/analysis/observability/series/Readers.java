package io.plimsoll.analysis.observability.series;

import java.util.List;

import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.telemetry.Measure;

/// What of Plimsoll reads which series, by `readers.csv`.
public final class Readers {
    /// @param item   name of a `Measure`, or of a metric
    /// @param reader area of the program
    /// @param blinds what could not be said without it
    public record Reader(String item, String reader, String blinds) {}

    private static final List<Reader> ALL = Sql.text(Readers.class, "readers.csv").lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#")).skip(1).map(line -> line.split(",", -1))
            .map(cells -> new Reader(cells[0], cells[1], cells[2])).toList();

    private Readers() {
    }

    public static List<Reader> all() {
        return ALL;
    }

    public static List<Reader> of(Measure measure, String metric) {
        return ALL.stream().filter(each -> each.item.equals(measure.name()) || each.item.equals(metric)).toList();
    }
}
