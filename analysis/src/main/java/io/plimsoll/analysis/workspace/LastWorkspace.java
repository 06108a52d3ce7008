package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.slf4j.LoggerFactory;

/// Remembers which workspace was opened last, for commands that name none.
public final class LastWorkspace {
    private final Path file;

    /// @param settings the user's settings folder
    public LastWorkspace(Path settings) {
        this.file = settings.resolve("last-workspace");
    }

    public Optional<Path> get() {
        try {
            return Files.exists(file)
                    ? Optional.of(Path.of(Files.readString(file, StandardCharsets.UTF_8).strip()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A note that can't be written is no reason to fail: the next command then asks for the workspace.
    public void set(Path workspace) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, workspace.toAbsolutePath().toString(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LoggerFactory.getLogger(LastWorkspace.class).warn("Could not note the last workspace: {}", e.getMessage());
        }
    }
}
