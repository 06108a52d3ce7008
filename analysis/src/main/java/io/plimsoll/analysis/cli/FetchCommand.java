package io.plimsoll.analysis.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.repository.Branch;
import io.plimsoll.analysis.repository.NetworkCommand;
import io.plimsoll.analysis.task.Cancellation;

@Command(name = "fetch", description = "Brings the remote-tracking branches up to date by your own git, after showing the command.")
final class FetchCommand implements CliCommand {
    @Mixin
    NetworkOptions network = new NetworkOptions();

    @Option(names = "--onto", paramLabel = "BRANCH", description = "Then re-applies the change set on this branch, such as origin/main.")
    @Nullable
    String onto;

    @Override
    public int run(CliContext context) {
        ChangeDesk desk = context.workbench().changes();
        NetworkCommand command = desk.handOver().fetchCommand(network.remote);
        network.confirm(context, command);
        List<Branch> moved = desk.handOver().fetch(command, context.progress(), Cancellation.never());
        String base = onto == null ? desk.base().commitId() : desk.rebase(onto, Cancellation.never()).baseCommit();
        if (context.json()) {
            ObjectNode document = NetworkOptions.json(context, command);
            ArrayNode branches = document.putArray("moved");
            moved.forEach(branch -> branches.addObject().put("branch", branch.name()).put("commit",
                    branch.commitId()));
            context.print(document.put("base", base));
        } else {
            moved.forEach(
                    branch -> context.print(branch.name() + " is at " + branch.commitId().substring(0, 7) + "."));
            context.print((moved.isEmpty() ? "Nothing new at " + command.remote() + "; the" : "The")
                    + " change set stands on "
                    + base.substring(0, 7) + ".");
        }
        return 0;
    }
}
