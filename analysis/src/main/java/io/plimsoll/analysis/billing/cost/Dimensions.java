package io.plimsoll.analysis.billing.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.billing.Dimension;
import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.billing.FocusColumn.Type;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Dialect;
import io.plimsoll.analysis.store.DuckDbDialect;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.StepFailure;

/// Turns the names of dimensions into SQL. Only names of the schema become identifiers, and tag keys become literals.
final class Dimensions {
    private static final String SOURCE = "Source";

    private final Database database;
    private final Dialect dialect = new DuckDbDialect();
    private final List<String> chosen;

    Dimensions(Database database) {
        this.database = database;
        this.chosen = database.query(CubeColumns.CHOSEN, row -> row.text(1));
    }

    /// @throws StepFailure UNKNOWN_DIMENSION
    DimensionSql resolve(String name) {
        if (name.equalsIgnoreCase(SOURCE)) {
            return new DimensionSql(name, "source", "source");
        }
        if (name.startsWith(CubeColumns.TAG) && name.length() > CubeColumns.TAG.length()) {
            return new DimensionSql(name, slot(name), CubeColumns.overRows(dialect, name));
        }
        if (name.startsWith("x_")) {
            return new DimensionSql(name, "", dialect.tag("Extensions", name));
        }
        return FocusColumn.find(name).flatMap(column -> column(name, column)).orElseThrow(() -> unknown(name));
    }

    private Optional<DimensionSql> column(String name, FocusColumn column) {
        if (column == FocusColumn.BILLING_PERIOD_START) {
            String text = "CAST(\"BillingPeriod\" AS VARCHAR)";
            return Optional.of(new DimensionSql(name, text, text));
        }
        if (column.type() != Type.TEXT) {
            return Optional.empty();
        }
        String quoted = dialect.identifier(column.focusName());
        return Optional.of(new DimensionSql(name,
                CubeColumns.isFixed(column) ? quoted : slot(column.focusName()), quoted));
    }

    /// The column of a chosen dimension, empty if it was not chosen.
    private String slot(String name) {
        int slot = chosen.indexOf(name);
        return slot < 0 ? "" : CubeColumns.slotColumn(slot);
    }

    private boolean inCube(FocusColumn column) {
        return CubeColumns.isFixed(column) || chosen.contains(column.focusName());
    }

    private static StepFailure unknown(String name) {
        return StepFailure.wrongUsage("UNKNOWN_DIMENSION", "Cost can't be split by " + name + ".",
                "Use a text column of FOCUS such as ServiceName, a tag as tag:KEY, or a provider's own column x_NAME.");
    }

    /// Everything that has at least one value, FOCUS columns first.
    List<Dimension> present() {
        List<FocusColumn> columns = Arrays.stream(FocusColumn.values())
                .filter(column -> column.type() == Type.TEXT || column == FocusColumn.BILLING_PERIOD_START).toList();
        List<Dimension> found = new ArrayList<>();
        String counts = String.join(", ",
                columns.stream().map(column -> "count(" + dialect.identifier(column.focusName()) + ")")
                        .toList());
        database.query(Sql.of("SELECT " + counts + " FROM charge"), row -> {
            for (int i = 0; i < columns.size(); i++) {
                if (row.whole(i + 1) > 0) {
                    found.add(new Dimension(columns.get(i).focusName(), Dimension.Kind.FOCUS, inCube(columns.get(i))));
                }
            }
            return found;
        });
        keys("Tags").forEach(
                key -> found.add(new Dimension(CubeColumns.TAG + key, Dimension.Kind.TAG,
                        chosen.contains(CubeColumns.TAG + key))));
        keys("Extensions").forEach(key -> found.add(new Dimension(key, Dimension.Kind.PROVIDER, false)));
        return found;
    }

    private List<String> keys(String map) {
        return database.query(
                Sql.of("SELECT DISTINCT unnest(map_keys(" + Sql.quoted(map) + ")) FROM charge ORDER BY 1"),
                row -> row.text(1));
    }
}
