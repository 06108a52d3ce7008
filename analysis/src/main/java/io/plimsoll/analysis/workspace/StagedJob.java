package io.plimsoll.analysis.workspace;

import java.nio.file.Path;

import tools.jackson.databind.JsonNode;

/// A finished job: what the stager reported, and the folder with its Parquet. Close it when the rows are in: the folder
/// goes away.
///
/// @param folder readable from the workspace's database
/// @param result the stager's own report
public record StagedJob(Path folder, JsonNode result) implements AutoCloseable {
    @Override
    public void close() {
        Folders.delete(folder);
    }
}
