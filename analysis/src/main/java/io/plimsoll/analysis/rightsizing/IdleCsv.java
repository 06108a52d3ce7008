package io.plimsoll.analysis.rightsizing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.unit.CsvCell;
import io.plimsoll.analysis.unit.Money;

/// Idle resources as CSV, a header first; an unknown cost is an empty cell.
public final class IdleCsv {
    private static final List<String> COLUMNS = List.of("kind", "resource", "name", "region", "monthly", "currency",
            "certainty", "evidence", "rows", "remedy");

    private IdleCsv() {
    }

    public static String of(List<IdleFinding> findings) {
        return Stream.concat(Stream.of(COLUMNS), findings.stream().map(IdleCsv::cells))
                .map(cells -> cells.stream().map(CsvCell::of).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> cells(IdleFinding each) {
        return List.of(each.kind().id(), each.resourceId(), each.name(), each.region(),
                each.cost().map(Money::plain).orElse(""), each.cost().map(Money::currency).orElse(""),
                each.certainty().name(), each.evidence(), Long.toString(each.rows()), each.remedy());
    }
}
