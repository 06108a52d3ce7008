package io.plimsoll.analysis.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.NamedValues;
import io.plimsoll.analysis.store.ReadOnlySql;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.StoreException;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.TablePage;

/// The user's own read-only questions to the workspace. Safe from any thread.
public final class SqlConsole {
    private final Database database;

    public SqlConsole(Workspace workspace) {
        this.database = workspace.database();
    }

    /// Every row as text, null as null; stops within milliseconds when cancelled.
    ///
    /// @throws StepFailure SQL_SYNTAX, SQL_NOT_READ_ONLY, SQL_FAILED, SQL_OUTSIDE
    public TablePage all(String sql, Cancellation cancellation) {
        return all(sql, Map.of(), cancellation);
    }

    /// As `all`, with values for the statement's `$names`. They are bound and never become part of the text.
    ///
    /// @throws StepFailure SQL_SYNTAX, SQL_NOT_READ_ONLY, SQL_FAILED, SQL_OUTSIDE
    public TablePage all(String sql, Map<String, ? extends @Nullable Object> values, Cancellation cancellation) {
        return rows(ReadOnlySql.checked(database, NamedValues.bound(sql, values)), cancellation);
    }

    /// The first rows in the statement's order, otherwise as `all`.
    ///
    /// @throws StepFailure SQL_SYNTAX, SQL_NOT_READ_ONLY, SQL_FAILED, SQL_OUTSIDE
    public TablePage first(String sql, Map<String, ? extends @Nullable Object> values, int most,
            Cancellation cancellation) {
        Sql checked = ReadOnlySql.checked(database, NamedValues.bound(sql, values));
        return rows(new Sql("SELECT * FROM (" + checked.text() + "\n) LIMIT " + most, checked.bindings()),
                cancellation);
    }

    private TablePage rows(Sql checked, Cancellation cancellation) {
        try {
            TablePage head = database.page(checked, 0, 0);
            int columns = head.columns().size();
            List<List<Object>> rows = database.query(checked, row -> {
                List<Object> cells = new ArrayList<>(columns);
                for (int i = 1; i <= columns; i++) {
                    cells.add(row.value(i));
                }
                return cells;
            }, cancellation);
            return new TablePage(head.columns(), head.types(), List.copyOf(rows));
        } catch (StoreException e) {
            throw failed(e);
        }
    }

    /// The engine points into the text that it was given, which is not the one that the user wrote: its pointer is left out.
    private static StepFailure failed(StoreException e) {
        String message = String.valueOf(e.getMessage()).replaceFirst("(?s)\\s*\\n\\s*LINE \\d+:.*", "").strip();
        if (message.startsWith("Permission Error")) {
            return StepFailure.refused("SQL_OUTSIDE", "A statement reads nothing but the workspace.",
                    "Import the file, then ask for its charges or samples.");
        }
        return StepFailure.wrongUsage("SQL_FAILED", message, message.startsWith("Catalog Error")
                ? "Look up tables with: SELECT table_name FROM information_schema.tables"
                : message.startsWith("Binder Error")
                        ? "Look up columns with: SELECT table_name, column_name FROM information_schema.columns"
                        : "Correct the statement; it is DuckDB's SQL.");
    }
}
