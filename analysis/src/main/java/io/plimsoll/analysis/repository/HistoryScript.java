package io.plimsoll.analysis.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.task.StepFailure;

/// A history written down as JSON and plain files, from which a clone is built: the sample case keeps its repository so, since
/// one repository can't hold another.
///
/// The file is a list of `{time, author, email, message, put: {path in the clone: path beside the file}, delete: [path]}`,
/// oldest first.
public final class HistoryScript {
    private HistoryScript() {
    }

    /// @throws StepFailure HISTORY_SCRIPT if the file or one that it names can't be read
    public static List<DatedCommit> read(Path script) {
        Path folder = script.toAbsolutePath().normalize().resolveSibling("");
        try {
            List<DatedCommit> commits = new ArrayList<>();
            for (JsonNode entry : JsonMapper.shared().readTree(Files.readAllBytes(script))) {
                commits.add(commit(entry, folder));
            }
            return commits;
        } catch (IOException | JacksonException | DateTimeParseException e) {
            throw StepFailure.badInput("HISTORY_SCRIPT", "The history " + script + " can't be read: " + e.getMessage(),
                    "Use the file that came with the sample case.", e);
        }
    }

    private static DatedCommit commit(JsonNode entry, Path folder) throws IOException {
        Map<String, Optional<byte[]>> files = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> put : entry.path("put").properties()) {
            Path source = folder.resolve(put.getValue().asString()).normalize();
            if (!source.startsWith(folder) || !Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(put.getValue().asString() + " is no file beside it");
            }
            files.put(put.getKey(), Optional.of(Files.readAllBytes(source)));
        }
        entry.path("delete").forEach(path -> files.put(path.asString(), Optional.empty()));
        return new DatedCommit(Instant.parse(entry.path("time").asString()),
                new Person(entry.path("author").asString(), entry.path("email").asString()),
                entry.path("message").asString(), files);
    }
}
