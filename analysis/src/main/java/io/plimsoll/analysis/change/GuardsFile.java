package io.plimsoll.analysis.change;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import io.plimsoll.analysis.change.settings.GuardsReader;
import io.plimsoll.analysis.task.StepFailure;

/// The clone's own file about the guards, kept there so that it is reviewed as code. Its form is `guards.schema.json`.
public final class GuardsFile {
    /// Where the clone keeps it.
    public static final String PATH = ".plimsoll/guards.yaml";

    private GuardsFile() {
    }

    /// @throws StepFailure GUARDS_FILE, with the line
    public static GuardSettings read(byte[] yaml) {
        return GuardsReader.read(PATH, yaml);
    }

    /// Any file, to see whether it is one.
    ///
    /// @throws StepFailure FILE_MISSING, GUARDS_FILE
    public static GuardSettings read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return GuardsReader.read(file.toString(), in.readNBytes(GuardsReader.LARGEST + 1));
        } catch (IOException e) {
            throw StepFailure.badInput("FILE_MISSING", "The file " + file + " can't be read.", "Check the name.", e);
        }
    }

    /// The JSON schema of the file, for editors and checks elsewhere.
    public static String schema() {
        try (InputStream in = GuardsFile.class.getResourceAsStream("guards.schema.json")) {
            return new String(Objects.requireNonNull(in, "guards.schema.json").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
