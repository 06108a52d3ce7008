package io.plimsoll.analysis.billing.read;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.task.StepFailure;

/// The columns of one file while its plan is made: found under any of the names that a provider has given them, whatever the case.
/// Knows which were asked for, so that the rest can be named to the user.
final class Columns {
    private final Header header;
    private final Set<String> used = new HashSet<>();
    private final Map<FocusColumn, String> expressions = new EnumMap<>(FocusColumn.class);

    Columns(Header header) {
        this.header = header;
    }

    boolean has(String name) {
        return header.has(name);
    }

    /// The SQL identifier of the first of the names that is there.
    Optional<String> find(String... names) {
        return Arrays.stream(names).filter(header::has).findFirst().map(this::take);
    }

    /// The first of the columns that has a value in the row; empty if none of the columns is there.
    Optional<String> first(String... names) {
        List<String> found = Arrays.stream(names).filter(header::has).map(this::take).distinct()
                .map(column -> "nullif(" + column + ", '')").toList();
        return found.isEmpty() ? Optional.empty() : Optional.of("coalesce(" + String.join(", ", found) + ")");
    }

    private String take(String name) {
        String column = header.column(name).orElseThrow();
        used.add(column);
        return column;
    }

    /// Says what fills a FOCUS column; without an expression nothing does.
    void put(FocusColumn column, Optional<String> expression) {
        expression.ifPresent(text -> expressions.put(column, text));
    }

    void put(FocusColumn column, String expression) {
        expressions.put(column, expression);
    }

    Map<FocusColumn, String> expressions() {
        return expressions;
    }

    /// The names of the columns that were never asked for.
    List<String> unread() {
        return IntStream.range(0, header.names().size()).filter(i -> !used.contains(Header.identifier(i)))
                .mapToObj(header.names()::get).toList();
    }

    /// @throws StepFailure MISSING_COLUMN
    String need(String file, String what, String... names) {
        return find(names).orElseThrow(() -> StepFailure.badInput("MISSING_COLUMN",
                file + " has no column " + what + " (" + String.join(" or ", names) + ").",
                "Export again with all columns that the provider offers."));
    }

    /// @throws StepFailure REPEATED_COLUMN if a column that was asked for is there twice
    void refuseRepeated(String file) {
        header.refuseRepeated(file, name -> header.column(name).filter(used::contains).isPresent());
    }
}
