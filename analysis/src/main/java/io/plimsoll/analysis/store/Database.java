package io.plimsoll.analysis.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

import org.duckdb.DuckDBConnection;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.TablePage;

/// One instance of the engine. Any thread may read, each read on a connection of its own; writes wait for each other.
public final class Database implements AutoCloseable {
    private final DuckDBConnection root;
    private final ReentrantLock writing = new ReentrantLock();

    private Database(DuckDBConnection root) {
        this.root = root;
    }

    /// Opens the instance and, if `readable` is given, locks it down: no extension, no network, no file outside that folder,
    /// no change of settings.
    ///
    /// @throws StepFailure WORKSPACE_PATH, WORKSPACE_LOCKED, WORKSPACE_DAMAGED, DISK_FULL
    public static Database open(DatabaseConfig config) {
        Path file = config.file();
        Properties properties = new Properties();
        properties.setProperty("memory_limit", config.memoryBytes() / 1_000_000 + "MB");
        properties.setProperty("threads", Integer.toString(config.threads()));
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("jdbc_stream_results", "true");
        try {
            Files.createDirectories(config.temporary());
            DuckDBConnection connection = DriverManager
                    .getConnection("jdbc:duckdb:" + (file == null ? "" : checked(file)), properties)
                    .unwrap(DuckDBConnection.class);
            Database database = new Database(connection);
            try {
                database.configure(config);
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
            return database;
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        } catch (IOException e) {
            throw StepFailure.machine("WORKSPACE_WRITE", "Can't create " + config.temporary() + ".",
                    "Check that the folder may be written and the disk is not full.", e);
        }
    }

    /// The driver takes options after a `;` in its address, one of which runs SQL, so such paths are refused.
    private static String checked(Path file) {
        String path = file.toAbsolutePath().toString();
        if (path.chars().anyMatch(c -> c == ';' || c == '?' || Character.isISOControl(c))) {
            throw StepFailure.badInput("WORKSPACE_PATH",
                    "A workspace's path can't hold ; ? or control characters: " + path,
                    "Choose a folder with another name.");
        }
        return path;
    }

    private void configure(DatabaseConfig config) {
        execute(root, Sql.of("SET temp_directory = " + Sql.literal(config.temporary().toAbsolutePath().toString())));
        execute(root, Sql.of("SET TimeZone = 'UTC'"));
        Path readable = config.readable();
        if (readable != null) {
            execute(root, Sql.of("SET allow_community_extensions = false"));
            execute(root, Sql.of("SET allow_persistent_secrets = false"));
            execute(root, Sql.of("SET allowed_directories = [" + Sql.literal(readable.toAbsolutePath() + "/") + "]"));
            execute(root, Sql.of("SET enable_external_access = false"));
            execute(root, Sql.of("SET lock_configuration = true"));
        }
    }

    /// All rows, mapped. For results that fit in memory.
    public <T> List<T> query(Sql sql, Function<Row, T> mapper) {
        return query(sql, mapper, Cancellation.never());
    }

    public <T> List<T> query(Sql sql, Function<Row, T> mapper, Cancellation cancellation) {
        List<T> rows = new ArrayList<>();
        each(sql, row -> rows.add(mapper.apply(row)), cancellation);
        return rows;
    }

    /// The only row of a query that always has one, such as an aggregate.
    public <T> T single(Sql sql, Function<Row, T> mapper) {
        List<T> rows = query(sql, mapper);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows instead of one: " + sql.text());
        }
        return rows.getFirst();
    }

    /// Rows one by one, never all in memory. Stops within a few milliseconds of a cancellation.
    public void each(Sql sql, Consumer<Row> consumer, Cancellation cancellation) {
        try (Connection connection = root.duplicate()) {
            Statements.each(connection, sql, consumer, cancellation);
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    /// One page of any query, with its column names.
    public TablePage page(Sql sql, long offset, int limit) {
        try (Connection connection = root.duplicate()) {
            return Statements.page(connection, sql, offset, limit);
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    /// Runs `work` in one transaction: all of it, or nothing. Writers wait for each other.
    public <T> T inTransaction(Function<Transaction, T> work, Cancellation cancellation) {
        writing.lock();
        try (DuckDBConnection connection = (DuckDBConnection) root.duplicate()) {
            connection.setAutoCommit(false);
            try {
                T result = work.apply(new Transaction(connection, cancellation));
                cancellation.check();
                connection.commit();
                return result;
            } catch (RuntimeException | SQLException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        } finally {
            writing.unlock();
        }
    }

    public void write(Consumer<Transaction> work) {
        inTransaction(transaction -> {
            work.accept(transaction);
            return true;
        }, Cancellation.never());
    }

    /// Runs a statement outside a transaction of ours: `COPY`, `CHECKPOINT`, settings of a staging instance.
    public void execute(Sql sql, Cancellation cancellation) {
        try (Connection connection = root.duplicate()) {
            Statements.execute(connection, sql, cancellation);
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    public String engineVersion() {
        return single(Sql.of("SELECT version()"), row -> row.text(1)).toLowerCase(Locale.ROOT);
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, Sql sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.text());
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }
}
