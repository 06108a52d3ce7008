package io.plimsoll.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryScript;

/// Finds the sample case from wherever a test is started.
public final class SampleCase {
    private SampleCase() {
    }

    /// The folder `sample-data` of this checkout.
    public static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("sample-data"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("No sample-data above " + Path.of("").toAbsolutePath());
        }
        return folder.resolve("sample-data");
    }

    /// Builds the sample case's repository in a missing or empty folder; Anna commits there.
    public static Path clone(Path folder) {
        try (GitRepository repository = GitRepository.create(folder, "main")) {
            repository.commitAll(HistoryScript.read(folder().resolve("gitops/history.json")));
            Files.writeString(folder.resolve(".git/config"),
                    "[user]\n\tname = Anna Berg\n\temail = anna@example.org\n", StandardOpenOption.APPEND);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
