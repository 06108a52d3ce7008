package io.plimsoll.analysis.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.TablePage;

/// Runs single statements on a connection, with bindings and cancellation.
final class Statements {
    private static final int MOST_DIGITS = 38;

    private Statements() {
    }

    static void each(Connection connection, Sql sql, Consumer<Row> consumer, Cancellation cancellation)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql);
                Cancellation.Registration registration = cancellation.onRequest(() -> cancel(statement))) {
            cancellation.check();
            try (ResultSet result = statement.executeQuery()) {
                ResultRow row = new ResultRow(result);
                while (result.next()) {
                    consumer.accept(row);
                }
            }
            cancellation.check();
        } catch (SQLException e) {
            // An interrupted stream fails in several ways, not all of which say so.
            cancellation.check();
            throw e;
        }
    }

    static void chunks(Connection connection, Sql sql, Consumer<Chunk> consumer, Cancellation cancellation)
            throws SQLException {
        try (PreparedStatement prepared = prepare(connection, sql);
                DuckDBPreparedStatement statement = prepared.unwrap(DuckDBPreparedStatement.class);
                Cancellation.Registration registration = cancellation.onRequest(() -> cancel(statement))) {
            cancellation.check();
            try (DuckDBChunkedResult result = statement.query()) {
                while (result.nextChunk()) {
                    consumer.accept(new Chunk(result.chunk()));
                }
            }
            cancellation.check();
        } catch (SQLException e) {
            cancellation.check();
            throw e;
        }
    }

    static long execute(Connection connection, Sql sql, Cancellation cancellation) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql);
                Cancellation.Registration registration = cancellation.onRequest(() -> cancel(statement))) {
            cancellation.check();
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            cancellation.check();
            throw e;
        }
    }

    static TablePage page(Connection connection, Sql sql, long offset, int limit) throws SQLException {
        List<@Nullable Object> bindings = new ArrayList<>(sql.bindings());
        bindings.add(offset);
        bindings.add(limit);
        Sql paged = new Sql("SELECT * FROM (" + sql.text() + "\n) OFFSET ? LIMIT ?", bindings);
        try (PreparedStatement statement = prepare(connection, paged); ResultSet result = statement.executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            List<String> types = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                names.add(result.getMetaData().getColumnName(i));
                types.add(result.getMetaData().getColumnTypeName(i));
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>(columns);
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getObject(i));
                }
                rows.add(Collections.unmodifiableList(row));
            }
            return new TablePage(names, types, rows);
        }
    }

    static PreparedStatement prepare(Connection connection, Sql sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        try {
            for (int i = 0; i < sql.bindings().size(); i++) {
                bind(statement, i + 1, sql.bindings().get(i));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Instant time) {
            statement.setObject(index, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        } else if (value instanceof BigDecimal number && number.precision() > MOST_DIGITS) {
            // The driver would bind NULL without a word; as text the database rounds it or says that it does not fit.
            statement.setObject(index, number.toPlainString());
        } else {
            statement.setObject(index, value);
        }
    }

    private static void cancel(PreparedStatement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // The statement has ended by itself meanwhile: there is nothing left to stop.
            org.slf4j.LoggerFactory.getLogger(Statements.class).debug("Cancel came too late", e);
        }
    }
}
