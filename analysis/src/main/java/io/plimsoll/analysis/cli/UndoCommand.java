package io.plimsoll.analysis.cli;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.change.UndoWish;
import io.plimsoll.analysis.task.Cancellation;

@Command(name = "undo", description = "Takes a commit of Plimsoll back by a new commit of the inverse edits.")
final class UndoCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "COMMIT", description = "Its id, also shortened.")
    String commit = "";

    @Option(names = "--branch", paramLabel = "B", description = "Where; without it the branch that holds the commit.")
    @Nullable
    String branch;

    @Option(names = "--reason", paramLabel = "R", defaultValue = "", description = "Why; stands in the message.")
    String reason = "";

    @Option(names = "--what-if", description = "Only show the files, the diff and the money; works for any commit.")
    boolean whatIf;

    @Mixin
    SignOptions sign = new SignOptions();

    @Override
    public int run(CliContext context) {
        if (whatIf) {
            RevertText.print(context, context.workbench().changes().whatIf().revert(commit, Cancellation.never()));
            return 0;
        }
        CommitCommand.print(context, context.workbench().changes().undoCommit(commit,
                new UndoWish(branch, reason, Map.of(), false, sign.wish()), context.progress(), Cancellation.never()));
        return 0;
    }
}
