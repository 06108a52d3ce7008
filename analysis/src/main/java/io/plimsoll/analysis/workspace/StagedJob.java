package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.task.StepFailure;

/// A finished job: what the stager reported, and the folder with its Parquet. Close it when the rows are in: the folder
/// goes away.
///
/// @param folder readable from the workspace's database
/// @param result the stager's own report
public record StagedJob(Path folder, JsonNode result) implements AutoCloseable {
    /// Loaded rows take about one and a half times the room of staged ones, and those that they replace go only afterwards.
    private static final long GROWTH = 3;

    /// Says whether the disk has room for the rows, before any is loaded.
    ///
    /// @throws StepFailure DISK_FULL
    public void checkRoom() {
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
            Room.check(folder, bytes * GROWTH);
        } catch (IOException | UncheckedIOException e) {
            throw StepFailure.machine("WORKSPACE_WRITE", "Can't look into " + folder + ".",
                    "Check that the folder belongs to you and no other program uses it.", e);
        }
    }

    @Override
    public void close() {
        Folders.delete(folder);
    }
}
