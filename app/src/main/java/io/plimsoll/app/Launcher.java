package io.plimsoll.app;

/// The main class. Touches no JavaFX class before a window is wanted.
public final class Launcher {
    private Launcher() {
    }

    public static void main(String[] args) {
        System.exit(0);
    }
}
