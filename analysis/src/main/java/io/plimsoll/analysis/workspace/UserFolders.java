package io.plimsoll.analysis.workspace;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where a user's own settings live, by the custom of each operating system.
public final class UserFolders {
    private UserFolders() {
    }

    /// `$XDG_CONFIG_HOME/plimsoll` or `~/.config/plimsoll` on Linux, `~/Library/Application Support/Plimsoll` on macOS,
    /// `%APPDATA%\Plimsoll` on Windows. A relative `XDG_CONFIG_HOME` counts as unset, as its specification asks. Not created
    /// here.
    public static Path settings() {
        return settings(System.getProperty("os.name", ""), System.getenv(),
                Path.of(System.getProperty("user.home", ".")));
    }

    static Path settings(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return (roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming))
                    .resolve("Plimsoll");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Plimsoll");
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (config.startsWith("/") ? Path.of(config) : home.resolve(".config")).resolve("plimsoll");
    }
}
