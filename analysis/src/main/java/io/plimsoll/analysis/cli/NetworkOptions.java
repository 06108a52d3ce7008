package io.plimsoll.analysis.cli;

import java.io.Console;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.repository.NetworkCommand;
import io.plimsoll.analysis.task.StepFailure;

/// Which remote, and the user's consent to open a connection.
final class NetworkOptions {
    @Option(names = "--remote", paramLabel = "R", description = "Without it the only one, or origin.")
    @Nullable
    String remote;

    @Option(names = "--yes", description = "Runs the command that is shown without asking.")
    boolean yes;

    /// Shows the command on standard error and asks.
    ///
    /// @throws StepFailure NOT_CONFIRMED
    void confirm(CliContext context, NetworkCommand command) {
        context.say("To " + command.address() + ":");
        context.say("  " + command.shown());
        if (!yes && !answer().strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw StepFailure.wrongUsage("NOT_CONFIRMED", "Nothing was run and no connection opened.",
                    "Look at the command and run it with --yes.");
        }
    }

    private static String answer() {
        Console console = System.console();
        return console != null && console.isTerminal() ? String.valueOf(console.readLine("Run it? [y/N] ")) : "";
    }

    static ObjectNode json(CliContext context, NetworkCommand command) {
        ObjectNode document = context.object().put("remote", command.remote());
        ArrayNode words = document.putArray("command");
        command.words().forEach(words::add);
        return document;
    }
}
