package io.plimsoll.analysis.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.plimsoll.analysis.change.HandOver;
import io.plimsoll.analysis.repository.NetworkCommand;
import io.plimsoll.analysis.task.Cancellation;

@Command(name = "push", description = "Pushes a branch of Plimsoll by your own git, after showing the command. Never forces.")
final class PushCommand implements CliCommand {
    @Option(names = "--branch", paramLabel = "B", description = "Without it the branch of the newest commit from here.")
    @Nullable
    String branch;

    @Mixin
    NetworkOptions network = new NetworkOptions();

    @Override
    public int run(CliContext context) {
        HandOver handOver = context.workbench().changes().handOver();
        NetworkCommand command = handOver.pushCommand(branch, network.remote);
        network.confirm(context, command);
        handOver.push(command, context.progress(), Cancellation.never());
        if (context.json()) {
            context.print(NetworkOptions.json(context, command).put("branch", command.branch()).put("commit",
                    command.tip()));
        } else {
            context.print("Pushed " + command.branch() + " to " + command.remote() + ".");
        }
        return 0;
    }
}
