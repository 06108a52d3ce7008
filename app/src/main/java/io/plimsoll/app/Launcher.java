package io.plimsoll.app;

import io.plimsoll.analysis.cli.Main;

/// The main class: the command line, with a window where there is a display. Touches no JavaFX class before one is wanted.
public final class Launcher {
    private Launcher() {
    }

    /// The arguments of `plimsoll`.
    public static void main(String[] args) {
        System.exit(Main.run(args, System.in, System.out, System.err, DesktopWindow.ofThisProcess()));
    }
}
