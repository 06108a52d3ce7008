package io.plimsoll.analysis.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.change.HandOver;
import io.plimsoll.analysis.change.HandedOver;

@Command(name = "bundle", description = "Writes the commits of a branch into a file, for a hand-over without a network.")
final class BundleCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "Where to write; a file that is there is replaced.")
    Path file = Path.of("");

    @Option(names = "--branch", paramLabel = "B", description = "Without it the branch of the newest commit from here.")
    @Nullable
    String branch;

    @Option(names = "--patches", description = "Mails in one file, for git am FILE, instead of a bundle, for git fetch FILE.")
    boolean patches;

    @Override
    public int run(CliContext context) {
        HandOver handOver = context.workbench().changes().handOver();
        HandedOver made = patches ? handOver.patches(file, branch) : handOver.bundle(file, branch);
        if (context.json()) {
            ObjectNode document = context.object().put("file", file.toString())
                    .put("branch", made.outgoing().branch());
            ArrayNode commits = document.putArray("commits");
            made.outgoing().commits().forEach(commits::add);
            ArrayNode needs = document.putArray("needs");
            made.outgoing().needs().forEach(needs::add);
            context.print(document);
        } else {
            String ref = "refs/heads/" + made.outgoing().branch();
            int count = made.outgoing().commits().size();
            context.print("Wrote " + count + (count == 1 ? " commit of " : " commits of ") + made.outgoing().branch()
                    + " to " + file + ". The receiver runs: "
                    + (patches ? "git am " + file : "git fetch " + file + " " + ref + ":" + ref));
        }
        return 0;
    }
}
