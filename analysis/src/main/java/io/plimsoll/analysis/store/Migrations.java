package io.plimsoll.analysis.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.task.StepFailure;

/// Brings a database to the tables that this version knows, all steps in one transaction.
public final class Migrations {
    private Migrations() {
    }

    /// @param steps in the order in which they apply
    /// @throws StepFailure WORKSPACE_NEWER if the database holds a step that this version does not know
    public static void apply(Database database, List<Migration> steps) {
        database.write(transaction -> {
            transaction.execute("CREATE TABLE IF NOT EXISTS schema_migrations("
                    + "area VARCHAR NOT NULL, version INTEGER NOT NULL, applied TIMESTAMP NOT NULL)");
            Set<String> done = new HashSet<>(transaction.query(
                    Sql.of("SELECT area || '-' || version FROM schema_migrations"), row -> row.text(1)));
            Set<String> unknown = new HashSet<>(done);
            steps.forEach(step -> unknown.remove(key(step)));
            if (!unknown.isEmpty()) {
                throw StepFailure.badInput("WORKSPACE_NEWER",
                        "This workspace was written by a newer version of Plimsoll.",
                        "Open it with that version, or import the files into a new workspace.");
            }
            steps.stream().filter(step -> !done.contains(key(step))).forEach(step -> apply(transaction, step));
        });
    }

    private static void apply(Transaction transaction, Migration step) {
        for (String statement : step.sql().split(";\\s*\\n")) {
            if (!statement.isBlank()) {
                transaction.execute(statement);
            }
        }
        transaction.execute("INSERT INTO schema_migrations VALUES (?, ?, ?)", step.area(), step.version(),
                Instant.now());
    }

    private static String key(Migration step) {
        return step.area() + "-" + step.version();
    }
}
