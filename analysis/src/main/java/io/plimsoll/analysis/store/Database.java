package io.plimsoll.analysis.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

import org.duckdb.DuckDBConnection;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.TablePage;

/// One instance of the engine. Any thread may read, each read on a connection of its own; writes wait for each other. One that a
/// full disk has killed is started again at its next use.
public final class Database implements AutoCloseable {
    /// How long a restart waits for statements that are about to fail.
    private static final long RESTART_SECONDS = 10;

    private final DatabaseConfig config;
    private final ReentrantLock writing = new ReentrantLock();
    /// Shared by all who use the instance; alone is who starts it again.
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private volatile DuckDBConnection root;
    private volatile boolean suspect;
    private volatile boolean closed;

    private Database(DatabaseConfig config) {
        this.config = config;
        this.root = Instance.open(config);
    }

    /// Opens the instance and, if `readable` is given, locks it down: no extension, no network, no file outside that folder,
    /// no change of settings.
    ///
    /// @throws StepFailure WORKSPACE_PATH, WORKSPACE_LOCKED, WORKSPACE_DAMAGED, WORKSPACE_WRITE, DISK_FULL
    public static Database open(DatabaseConfig config) {
        return new Database(config);
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
        connected(connection -> {
            Statements.each(connection, sql, consumer, cancellation);
            return true;
        });
    }

    /// Rows some thousands at a time, for results of millions of numbers. Stops as `each` does.
    public void chunks(Sql sql, Consumer<Chunk> consumer, Cancellation cancellation) {
        connected(connection -> {
            Statements.chunks(connection, sql, consumer, cancellation);
            return true;
        });
    }

    /// One page of any query, with its column names.
    public TablePage page(Sql sql, long offset, int limit) {
        return connected(connection -> Statements.page(connection, sql, offset, limit));
    }

    /// Runs `work` in one transaction: all of it, or nothing. Writers wait for each other.
    public <T> T inTransaction(Function<Transaction, T> work, Cancellation cancellation) {
        writing.lock();
        try {
            return connected(connection -> {
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
            });
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

    /// As `write`, but only if nobody else writes now: for what is worth no waiting, as it can be worked out again.
    ///
    /// @return whether it was done
    public boolean writeIfFree(Consumer<Transaction> work) {
        if (!writing.tryLock()) {
            return false;
        }
        try {
            write(work);
            return true;
        } finally {
            writing.unlock();
        }
    }

    /// Runs a statement outside a transaction of ours: `COPY`, `CHECKPOINT`, settings of a staging instance.
    public void execute(Sql sql, Cancellation cancellation) {
        connected(connection -> Statements.execute(connection, sql, cancellation));
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

    /// Does a piece of work on a connection of its own.
    private <T> T connected(Work<T> work) {
        restartIfDead();
        use.readLock().lock();
        try (DuckDBConnection connection = (DuckDBConnection) root.duplicate()) {
            return work.on(connection);
        } catch (SQLException e) {
            suspect = true;
            throw SqlFailures.translate(e);
        } catch (RuntimeException e) {
            suspect = true;
            throw e;
        } finally {
            use.readLock().unlock();
        }
    }

    /// A failed write to the disk kills the engine's instance: every statement after it fails, too, until the file is opened again.
    /// What was committed is in the file. An instance in memory has nothing to come back to.
    private void restartIfDead() {
        // Inside a piece of work its own connection is in the way; it ends with the instance.
        if (!suspect || closed || config.file() == null || use.getReadHoldCount() > 0 || isAlive()) {
            return;
        }
        try {
            if (!use.writeLock().tryLock(RESTART_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        try {
            if (suspect && !closed && !Instance.isAlive(root)) {
                root.close();
                root = Instance.open(config);
            }
            suspect = false;
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        } finally {
            use.writeLock().unlock();
        }
    }

    /// Most failures are a statement's own: then nobody has to wait for anybody.
    private boolean isAlive() {
        use.readLock().lock();
        try {
            suspect = false;
            suspect = !Instance.isAlive(root);
            return !suspect;
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            root.close();
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    private interface Work<T> {
        T on(DuckDBConnection connection) throws SQLException;
    }
}
