package io.plimsoll.analysis.conformance.judge;

import java.util.List;
import java.util.stream.Collectors;

import io.plimsoll.analysis.conformance.model.Check;
import io.plimsoll.analysis.store.Sql;

/// Checks as SQL conditions over a sort of rows. A condition is true, false, or null where a value is missing about which another rule, one of
/// nullability, has to judge: a row breaks a rule where its check is false.
final class CheckSql {
    private final Delivery delivery;
    private final Sorts sorts;

    /// @param sorts of which the conditions are asked
    CheckSql(Delivery delivery, Sorts sorts) {
        this.delivery = delivery;
        this.sorts = sorts;
    }

    /// Whether every column is there that the check reads.
    boolean canRun(Check check) {
        return check.columns().stream().allMatch(column -> delivery.find(column).isPresent());
    }

    /// @throws IllegalStateException for what is no question about a single row, and for a column that is not there
    String row(Check check) {
        return switch (check) {
            case Check.All all -> all.items().isEmpty() ? "TRUE" : joined(all.items(), " AND ");
            case Check.Any any -> ValueList.of(any).map(list -> asked(list.sql(this::text), any))
                    .orElseGet(() -> joined(any.items(), " OR "));
            case Check.Shape shape -> shape(shape);
            case Check.Text text -> text(text);
            case Check.Number number -> asked(number(number.column()) + (number.equal() ? " = " : " <> ")
                    + number.value().toPlainString(), number);
            case Check.AtLeast least -> asked(number(least.column()) + " >= " + least.value().toPlainString(), least);
            case Check.Same same -> asked(text(same.left()) + (same.equal() ? " = " : " <> ") + text(same.right()),
                    same);
            case Check.Product product -> asked(product(product), product);
            case Check.Present present -> throw notOfARow(present);
            case Check.DistinctCount count -> throw notOfARow(count);
            case Check.Rule rule -> throw notOfARow(rule);
        };
    }

    private static IllegalStateException notOfARow(Check check) {
        return new IllegalStateException("No question about a row: " + check);
    }

    private String joined(List<Check> checks, String operator) {
        return checks.stream().map(check -> "(" + row(check) + ")").collect(Collectors.joining(operator));
    }

    private String asked(String condition, Check check) {
        return sorts.asked(condition, check.columns().stream().map(this::column).toList());
    }

    private String shape(Check.Shape shape) {
        Delivery.Column column = column(shape.column());
        String holds = Shapes.holds(shape.kind(), column);
        return Shapes.isFixed(holds)
                ? "CASE WHEN " + isThere(column) + " THEN " + holds + " END"
                : asked("CASE WHEN " + column.identifier() + " IS NOT NULL THEN " + holds + " END", shape);
    }

    private String text(Check.Text check) {
        if (check.value() == null) {
            return (check.equal() ? "NOT " : "") + isThere(column(check.column()));
        }
        return asked(text(check.column()) + (check.equal() ? " = " : " IS DISTINCT FROM ") + Sql.literal(check.value()),
                check);
    }

    /// Whether the column has a value.
    String isThere(Delivery.Column column) {
        String value = column.own().isEmpty() ? column.identifier() : column.own();
        return "(" + sorts.asked(value + " IS NOT NULL", List.of(column)) + ")";
    }

    /// As exact as a DOUBLE is; or equal when rounded to the digits that the delivered result shows, but no coarser than cents.
    private String product(Check.Product check) {
        String result = number(check.result());
        String off = "abs(" + number(check.left()) + " * " + number(check.right()) + " - " + result + ")";
        String digits = "greatest(2, length(regexp_extract(" + text(check.result()) + ", '[.]([0-9]+)', 1)))";
        return off + " <= 1e-9 * abs(" + result + ") OR " + off + " <= 0.500001 * pow(10, -" + digits + ")";
    }

    /// The text of a column, by its identifier: no name from a file gets into the statement.
    String text(String column) {
        return column(column).identifier();
    }

    /// The column's number, as `Shapes.numbers` works it out.
    private String number(String column) {
        return "n_" + column(column).identifier();
    }

    private Delivery.Column column(String name) {
        return delivery.find(name).orElseThrow(() -> new IllegalStateException("No column " + name));
    }
}
