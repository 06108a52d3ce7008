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

    /// One page of the answer.
    ///
    /// @throws StepFailure SQL_SYNTAX, SQL_NOT_READ_ONLY, SQL_FAILED
    public TablePage page(String sql, long offset, int limit) {
        Sql checked = ReadOnlySql.checked(database, Sql.of(sql));
        try {
            return database.page(checked, offset, limit);
        } catch (StoreException e) {
            throw failed(e);
        }
    }

    /// Every row as text, null as null; stops within milliseconds when cancelled.
    ///
    /// @throws StepFailure SQL_SYNTAX, SQL_NOT_READ_ONLY, SQL_FAILED
    public TablePage all(String sql, Cancellation cancellation) {
        return all(sql, Map.of(), cancellation);
    }

    /// As `all`, with values for the statement's `$names`. They are bound and never become part of the text.
    ///
    /// @throws StepFailure SQL_SYNTAX, SQL_NOT_READ_ONLY, SQL_FAILED
    public TablePage all(String sql, Map<String, ? extends @Nullable Object> values, Cancellation cancellation) {
        Sql checked = ReadOnlySql.checked(database, NamedValues.bound(sql, values));
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

    private static StepFailure failed(StoreException e) {
        return StepFailure.wrongUsage("SQL_FAILED", String.valueOf(e.getMessage()),
                "Look up tables with: SELECT table_name FROM information_schema.tables");
    }
}
