package io.plimsoll.analysis.rightsizing;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/// Finds the folder `shared/data` that stands beside the project, if it does.
final class SharedData {
    private SharedData() {
    }

    /// Skips the test when the file isn't there.
    static Path file(String relative) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data").resolve(relative);
            if (Files.exists(file)) {
                return file;
            }
        }
        Assumptions.abort("Not beside the project: shared/data/" + relative);
        throw new IllegalStateException();
    }
}
