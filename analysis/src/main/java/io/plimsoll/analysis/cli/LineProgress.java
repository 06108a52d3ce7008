package io.plimsoll.analysis.cli;

import java.io.PrintStream;

import io.plimsoll.analysis.task.Progress;

/// Prints each new step once, on standard error.
final class LineProgress implements Progress {
    private final PrintStream err;
    private String shown = "";

    LineProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void update(String step, double done) {
        if (!step.equals(shown)) {
            shown = step;
            err.println(step + " ...");
        }
    }
}
