package io.plimsoll.analysis.workspace;

import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;

/// Small facts that a workspace remembers, such as the clone it works on.
public final class Settings {
    private final Database database;

    Settings(Database database) {
        this.database = database;
    }

    public Optional<String> get(String key) {
        List<String> values = database.query(Sql.of("SELECT value FROM setting WHERE key = ?", key),
                row -> row.text(1));
        return values.stream().findFirst();
    }

    public void put(String key, String value) {
        database.write(transaction -> put(transaction, key, value));
    }

    /// In the caller's transaction, so that it stands exactly when the rest does.
    public void put(Transaction transaction, String key, String value) {
        transaction.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", key, value);
    }

    public void remove(String key) {
        database.write(transaction -> remove(transaction, key));
    }

    /// In the caller's transaction.
    public void remove(Transaction transaction, String key) {
        transaction.execute("DELETE FROM setting WHERE key = ?", key);
    }
}
