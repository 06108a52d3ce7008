package io.plimsoll.analysis.cli;

import java.io.PrintStream;

import io.plimsoll.analysis.task.Progress;

/// Prints each new sort of step once, on standard error. Steps that differ only in what they work on ("Sizing a", "Sizing b") are
/// one sort.
final class LineProgress implements Progress {
    private final PrintStream err;
    private String shown = "";

    LineProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void update(String step, double done) {
        int space = step.indexOf(' ');
        String sort = space < 0 || done < 0 ? step : step.substring(0, space);
        if (!sort.equals(shown)) {
            shown = sort;
            err.println(TerminalText.cell(step) + " ...");
        }
    }
}
