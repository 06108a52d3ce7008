package io.plimsoll.analysis.conformance.judge;

import java.util.List;
import java.util.stream.Collectors;

import io.plimsoll.analysis.conformance.model.Check;
import io.plimsoll.analysis.store.Sql;

/// Checks as SQL conditions over a row. A condition is true, false, or null where a value is missing about which another rule, one of
/// nullability, has to judge: a row breaks a rule where its check is false.
final class CheckSql {
    private final Delivery delivery;

    CheckSql(Delivery delivery) {
        this.delivery = delivery;
    }

    /// Whether every column is there that the check reads.
    boolean canRun(Check check) {
        return check.columns().stream().allMatch(column -> delivery.find(column).isPresent());
    }

    /// @throws IllegalStateException for what is no question about a single row, and for a column that is not there
    String row(Check check) {
        return switch (check) {
            case Check.All all -> all.items().isEmpty() ? "TRUE" : joined(all.items(), " AND ");
            case Check.Any any -> ValueList.of(any).map(list -> list.sql(this::text))
                    .orElseGet(() -> joined(any.items(), " OR "));
            case Check.Shape shape -> shape(shape);
            case Check.Text text -> text(text);
            case Check.Number number -> number(number.column()) + (number.equal() ? " = " : " <> ")
                    + number.value().toPlainString();
            case Check.AtLeast least -> number(least.column()) + " >= " + least.value().toPlainString();
            case Check.Same same -> text(same.left()) + (same.equal() ? " = " : " <> ") + text(same.right());
            case Check.Product product -> product(product);
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

    private String shape(Check.Shape shape) {
        String text = text(shape.column());
        return "CASE WHEN " + text + " IS NOT NULL THEN " + Shapes.holds(shape.kind(), text, column(shape.column()))
                + " END";
    }

    private String text(Check.Text check) {
        String text = text(check.column());
        if (check.value() == null) {
            return text + (check.equal() ? " IS NULL" : " IS NOT NULL");
        }
        return text + (check.equal() ? " = " : " IS DISTINCT FROM ") + Sql.literal(check.value());
    }

    /// Equal when rounded to the digits that the delivered result shows, but no coarser than cents; or as exact as a DOUBLE is.
    private String product(Check.Product check) {
        String result = number(check.result());
        String digits = "greatest(2, length(regexp_extract(" + text(check.result()) + ", '[.]([0-9]+)', 1)))";
        return "abs(" + number(check.left()) + " * " + number(check.right()) + " - " + result
                + ") <= greatest(0.500001 * pow(10, -" + digits + "), 1e-9 * abs(" + result + "))";
    }

    /// The text of a column, by its identifier: no name from a file gets into the statement.
    String text(String column) {
        return column(column).identifier();
    }

    /// The column's number, which the pass works out once a row.
    String number(String column) {
        return "n_" + column(column).identifier();
    }

    private Delivery.Column column(String name) {
        return delivery.find(name).orElseThrow(() -> new IllegalStateException("No column " + name));
    }
}
