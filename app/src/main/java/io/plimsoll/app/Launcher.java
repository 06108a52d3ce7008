package io.plimsoll.app;

import java.util.Arrays;

/// The main class. Touches no JavaFX class before a window is wanted.
public final class Launcher {
    private Launcher() {
    }

    /// `open [WORKSPACE]` shows the window.
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("open")) {
            PlimsollApp.open(Arrays.copyOfRange(args, 1, args.length));
        }
        System.exit(0);
    }
}
