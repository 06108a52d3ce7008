package io.plimsoll.analysis.change.drift.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.plimsoll.analysis.task.StepFailure;

/// The files of a dump: one, or those in a folder. Links in a folder are not followed.
public final class DumpFiles {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json", ".yaml.gz", ".yml.gz", ".json.gz",
            ".yaml.zst", ".json.zst");

    private DumpFiles() {
    }

    /// @throws StepFailure FILE_MISSING, FOLDER_UNREADABLE, DUMP_EMPTY for a folder without any
    public static List<Path> of(Path dump) {
        if (!Files.exists(dump)) {
            throw StepFailure.badInput("FILE_MISSING", "There is no file or folder " + dump + ".", "Check the name.");
        }
        if (!Files.isDirectory(dump)) {
            return List.of(dump);
        }
        try (Stream<Path> walked = Files.walk(dump)) {
            List<Path> found = walked.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> ENDINGS.stream()
                            .anyMatch(file.getFileName().toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted().toList();
            if (found.isEmpty()) {
                throw DumpFailure.empty(dump);
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw StepFailure.badInput("FOLDER_UNREADABLE", "The folder " + dump + " can't be read.",
                    "Check that you may read it.", e);
        }
    }
}
