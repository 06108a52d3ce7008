package io.plimsoll.analysis.workspace;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Where a user's own settings live, by the custom of each operating system.
public final class UserFolders {
    private UserFolders() {
    }

    /// `$XDG_CONFIG_HOME/plimsoll` or `~/.config/plimsoll` on Linux, `~/Library/Application Support/Plimsoll` on macOS,
    /// `%APPDATA%\Plimsoll` on Windows. Not created here.
    public static Path settings() {
        return settings(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
    }

    static Path settings(String system, String home, Map<String, String> environment) {
        UnaryOperator<String> value = name -> environment.getOrDefault(name, "");
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String roaming = value.apply("APPDATA");
            return (roaming.isEmpty() ? Path.of(home, "AppData", "Roaming") : Path.of(roaming)).resolve("Plimsoll");
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "Plimsoll");
        }
        String config = value.apply("XDG_CONFIG_HOME");
        return (config.isEmpty() ? Path.of(home, ".config") : Path.of(config)).resolve("plimsoll");
    }
}
