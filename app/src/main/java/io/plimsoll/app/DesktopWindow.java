package io.plimsoll.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.cli.Window;

/// The window that the command line opens. Touches no JavaFX class before one is wanted.
final class DesktopWindow implements Window {
    private final String system;
    private final Map<String, String> environment;

    /// @param system      as `os.name` says it
    /// @param environment variables of the process
    DesktopWindow(String system, Map<String, String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
    }

    static DesktopWindow ofThisProcess() {
        return new DesktopWindow(System.getProperty("os.name", ""), System.getenv());
    }

    /// No window with `PLIMSOLL_HEADLESS=1`, nor on Linux without a display of X11 or Wayland.
    @Override
    public boolean available() {
        if ("1".equals(environment.get("PLIMSOLL_HEADLESS"))) {
            return false;
        }
        return !system.contains("linux") || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private boolean isSet(String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    @Override
    public int open(@Nullable Path workspace) {
        PlimsollApp.open(workspace == null ? new String[0] : new String[]{workspace.toString()});
        return 0;
    }
}
