package io.plimsoll.analysis.cli;

import java.io.InputStream;
import java.io.PrintStream;

/// The command line without a window; also what a staging child runs.
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        System.exit(run(args, System.in, System.out, System.err, Window.NONE));
    }

    /// @param window opens windows, if this program can
    /// @return the process's exit code
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err, Window window) {
        if (args.length > 0 && args[0].equals(StageCommand.NAME)) {
            return StageCommand.serve(in, out, err);
        }
        return new Cli(TerminalStream.of(out), err, window).run(args);
    }
}
