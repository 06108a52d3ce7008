package io.plimsoll.analysis.store;

import java.sql.SQLException;
import java.util.Locale;

import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.StepFailure;

/// Turns what DuckDB says into failures that a user can act on.
final class SqlFailures {
    private SqlFailures() {
    }

    static RuntimeException translate(SQLException failure) {
        String text = String.valueOf(failure.getMessage());
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("interrupted")) {
            return new CancelledException();
        }
        if (lower.contains("no space left on device") || lower.contains("max_temp_directory_size")) {
            return StepFailure.machine("DISK_FULL", "The disk that holds the workspace is full.",
                    "Free some space, then try again; everything acknowledged so far is kept.", failure);
        }
        if (lower.contains("out of memory")) {
            return StepFailure.machine("OUT_OF_MEMORY", "The work needs more memory than the workspace may use.",
                    "Raise the memory limit in the settings, or ask for less at once.", failure);
        }
        if (lower.contains("could not set lock on file") || lower.contains("unique file handle conflict")) {
            return StepFailure.refused("WORKSPACE_LOCKED",
                    "Another process has this workspace's database open: " + text,
                    "Close it there, then try again.");
        }
        boolean foreign = lower.contains(".parquet");
        if (!foreign && (lower.contains("not a valid duckdb database file") || lower.contains("data corruption")
                || lower.contains("checksum") || lower.contains("could not read enough bytes"))) {
            return StepFailure.badInput("WORKSPACE_DAMAGED", "The workspace's database can't be read: " + text,
                    "Restore the folder from a backup, or import the files into a new workspace.", failure);
        }
        return new StoreException(text, failure);
    }
}
