package io.plimsoll.analysis.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/// The way from a command to a window, given by the program that has windows.
public interface Window {
    /// A program without windows.
    Window NONE = new Window() {
        @Override
        public boolean available() {
            return false;
        }

        @Override
        public int open(@Nullable Path workspace) {
            throw new IllegalStateException("This program has no window");
        }
    };

    /// Whether there is a display to open a window on.
    boolean available();

    /// Blocks until the window is closed.
    ///
    /// @param workspace to open, or null for the welcome page
    /// @return the exit code
    int open(@Nullable Path workspace);
}
