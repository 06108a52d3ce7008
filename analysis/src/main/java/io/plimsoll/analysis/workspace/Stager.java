package io.plimsoll.analysis.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// Reads foreign files and writes typed Parquet, in a child process that nothing depends on: whatever a hostile or damaged
/// file does to it, the workspace never sees.
public interface Stager {
    /// Names the stager in a job.
    String id();

    /// @param job    what to read, as the same area's service wrote it
    /// @param output an existing empty folder that belongs to this job; also the place for temporary files
    /// @return what was written and counted, for the same area's service
    JsonNode stage(JsonNode job, Path output, StagingLimits limits, Progress progress, Cancellation cancellation);

    /// The paths in a list of a job; none where `texts` is missing.
    static List<Path> paths(JsonNode texts) {
        List<Path> paths = new ArrayList<>();
        texts.forEach(text -> paths.add(Path.of(text.asString())));
        return paths;
    }
}
