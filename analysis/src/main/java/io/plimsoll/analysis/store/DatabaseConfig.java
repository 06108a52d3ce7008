package io.plimsoll.analysis.store;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/// How an instance of the engine is opened.
///
/// @param file        the database file, or null for one in memory
/// @param temporary   where it may spill; created when missing
/// @param readable    the one folder that SQL may read files from after the lock, or null to leave the instance open
/// @param memoryBytes what the engine may use, outside the Java heap
/// @param threads     worker threads, at least 1
public record DatabaseConfig(@Nullable Path file, Path temporary, @Nullable Path readable, long memoryBytes,
        int threads) {
    /// A workspace's own database: SQL can read the staging folder and nothing else, and can't change that.
    public static DatabaseConfig locked(Path file, Path temporary, Path readable, long memoryBytes) {
        return new DatabaseConfig(file, temporary, readable, memoryBytes, defaultThreads());
    }

    /// A short-lived instance of a staging process: it reads the user's files and writes Parquet.
    public static DatabaseConfig inMemory(Path temporary, long memoryBytes) {
        return new DatabaseConfig(null, temporary, null, memoryBytes, defaultThreads());
    }

    private static int defaultThreads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors());
    }
}
