package io.plimsoll.analysis.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.CsvCell;

/// Comma-separated values as `CsvCell` writes them. Who needs every value unchanged asks for JSON.
final class CsvText {
    private final PrintStream out;

    CsvText(PrintStream out) {
        this.out = out;
    }

    void row(List<? extends @Nullable Object> cells) {
        out.print(cells.stream().map(CsvText::cell).collect(Collectors.joining(",")));
        out.print('\n');
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            default -> CsvCell.of(value.toString());
        };
    }
}
