package io.plimsoll.analysis.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// Comma-separated values as RFC 4180 has them, for other programs: values are not changed.
final class CsvText {
    private final PrintStream out;

    CsvText(PrintStream out) {
        this.out = out;
    }

    void row(List<? extends @Nullable Object> cells) {
        out.print(cells.stream().map(CsvText::cell).collect(Collectors.joining(",")));
        out.print('\n');
    }

    static String cell(@Nullable Object value) {
        String text = switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            default -> value.toString();
        };
        boolean quote = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
