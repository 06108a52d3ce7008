package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.workspace.StagingChild;

/// The hidden command that an import's child process runs: one job in, lines of JSON out.
final class StageCommand {
    static final String NAME = "stage";

    private StageCommand() {
    }

    static int serve(InputStream in, PrintStream out, PrintStream err) {
        PrintStream answers = new PrintStream(out, true, StandardCharsets.UTF_8);
        // A library that prints must not get between the answers.
        System.setOut(err);
        try {
            return new StagingChild(Workbench.stagers(), answers).serve(in);
        } catch (IOException e) {
            err.println("The parent process can't be read: " + e.getMessage());
            return 5;
        }
    }
}
