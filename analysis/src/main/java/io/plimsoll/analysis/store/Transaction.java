package io.plimsoll.analysis.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

import io.plimsoll.analysis.task.Cancellation;

/// What may be done inside a transaction. Valid only during the call that hands it over, on that thread.
public final class Transaction {
    private final DuckDBConnection connection;
    private final Cancellation cancellation;

    Transaction(DuckDBConnection connection, Cancellation cancellation) {
        this.connection = connection;
        this.cancellation = cancellation;
    }

    /// @return the number of rows changed
    public long execute(Sql sql) {
        try {
            return Statements.execute(connection, sql, cancellation);
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    public long execute(String text, Object... bindings) {
        return execute(Sql.of(text, bindings));
    }

    public <T> List<T> query(Sql sql, Function<Row, T> mapper) {
        List<T> rows = new ArrayList<>();
        try {
            Statements.each(connection, sql, row -> rows.add(mapper.apply(row)), cancellation);
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
        return rows;
    }

    /// Adds many rows to a table at engine speed; a prepared statement a row would be a hundred times slower.
    public void append(String table, Consumer<RowAppender> rows) {
        try (DuckDBAppender appender = connection.createAppender("main", table)) {
            rows.accept(new RowAppender(appender));
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }
}
