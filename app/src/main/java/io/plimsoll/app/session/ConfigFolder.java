package io.plimsoll.app.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where a program keeps its settings on this system.
public final class ConfigFolder {
    private ConfigFolder() {
    }

    /// `$XDG_CONFIG_HOME/plimsoll` (or `~/.config/plimsoll`), `%APPDATA%\Plimsoll`, `~/Library/Application
    /// Support/Plimsoll`.
    public static Path ofThisSystem() {
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    static Path of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return (roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming))
                    .resolve("Plimsoll");
        }
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Plimsoll");
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        boolean usable = config.startsWith("/");
        return (usable ? Path.of(config) : home.resolve(".config")).resolve("plimsoll");
    }
}
