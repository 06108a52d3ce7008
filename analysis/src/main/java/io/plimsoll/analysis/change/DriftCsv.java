package io.plimsoll.analysis.change;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.CsvCell;
import io.plimsoll.analysis.unit.Money;

/// The rows of a comparison as CSV, a header first.
public final class DriftCsv {
    private static final List<String> COLUMNS = List.of("namespace", "kind", "workload", "container", "field", "git",
            "cluster", "base", "owner", "time", "state", "cause", "monthly", "currency", "file", "line", "reason");

    private DriftCsv() {
    }

    public static String of(List<DriftRow> rows) {
        return Stream.concat(Stream.of(COLUMNS), rows.stream().map(DriftCsv::cells))
                .map(cells -> cells.stream().map(CsvCell::of).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> cells(DriftRow row) {
        DriftOwner owner = row.owner();
        DriftOrigin origin = row.origin();
        Money monthly = row.monthly();
        return List.of(row.namespace(), row.kind(), row.workload(), row.container(), row.field(), text(row.git()),
                text(row.cluster()), text(row.base()), owner == null ? "" : owner.manager(),
                owner == null ? "" : text(owner.time()), row.state().word(),
                row.isDifference() ? row.cause().word() : "", monthly == null ? "" : monthly.plain(),
                monthly == null ? "" : monthly.currency(), origin == null ? "" : origin.file(),
                origin == null || origin.line() == 0 ? "" : Integer.toString(origin.line()), row.reason());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
