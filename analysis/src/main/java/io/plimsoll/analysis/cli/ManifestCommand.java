package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.PlainManifests;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.Sharing;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

@Command(name = "manifest", description = "Manifests as plain files, without a workspace.", subcommands = {
    ManifestCommand.KnobsOf.class, ManifestCommand.SetValue.class, ManifestCommand.TraceOf.class})
final class ManifestCommand {
    @Command(name = "knobs", description = "The values that cost or save money, as CSV.")
    static final class KnobsOf implements CliCommand {
        @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
        List<Path> paths = List.of();

        @Override
        public int run(CliContext context) {
            KnobRows rows = new KnobRows(context);
            boolean single = paths.size() == 1 && !paths.getFirst().toFile().isDirectory();
            for (Path file : PlainFiles.files(paths, Knobs.ENDINGS.toArray(String[]::new))) {
                try {
                    PlainManifests.knobs(file).forEach(rows::row);
                } catch (StepFailure e) {
                    if (single) {
                        throw e;
                    }
                    context.say(file + ": " + e.code() + ", " + e.message());
                }
            }
            rows.print();
            return 0;
        }
    }

    @Command(name = "set", description = "Changes values of one file and prints the unified diff; only those bytes change.")
    static final class SetValue implements CliCommand {
        @Parameters(index = "0", paramLabel = "FILE", description = "YAML, or literals of .tfvars.")
        Path file = Path.of("");

        @Option(names = "--document", paramLabel = "N", description = "Counts from 0.")
        int document;

        @Option(names = "--path", paramLabel = "P", required = true, description = "As in kubectl; > steps into YAML in a block scalar.")
        List<String> paths = List.of();

        @Option(names = "--to", paramLabel = "VALUE", required = true, description = "One for each --path.")
        List<String> values = List.of();

        @Option(names = "--shared", paramLabel = "HOW", defaultValue = "REFUSE", description = "A value that an anchor shares: "
                + "refuse (default), override (beside the merge key), anchor (for all its places).")
        Sharing sharing = Sharing.REFUSE;

        @Option(names = "--write", description = "Change the file, not just tell the difference.")
        boolean write;

        @Override
        public int run(CliContext context) {
            if (paths.size() != values.size()) {
                throw StepFailure.wrongUsage("PAIRS",
                        paths.size() + " times --path but " + values.size() + " times --to.",
                        "Give one --to for each --path.");
            }
            PlainManifests.ChangedFile changed = PlainManifests.set(file, document, paths, values, sharing, write);
            if (context.json()) {
                ObjectNode object = context.object().put("diff", changed.diff()).put("written", write);
                changed.added().forEach(object.putArray("added")::add);
                context.print(object);
            } else {
                context.out().print(changed.diff());
                changed.added().forEach(path -> context.say(path + " did not exist and is added."));
            }
            return 0;
        }
    }

    @Command(name = "trace", description = "Where each deployed value that costs is written, and who shares it, as CSV.")
    static final class TraceOf implements CliCommand {
        @Parameters(index = "0", paramLabel = "CLONE", description = "A folder; it need not be a Git repository.")
        Path clone = Path.of("");

        @Override
        public int run(CliContext context) {
            new TraceRows(context).print(PlainManifests.trace(clone, Cancellation.never()));
            return 0;
        }
    }
}
