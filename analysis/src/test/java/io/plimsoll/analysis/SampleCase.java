package io.plimsoll.analysis;

import java.nio.file.Files;
import java.nio.file.Path;

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
}
