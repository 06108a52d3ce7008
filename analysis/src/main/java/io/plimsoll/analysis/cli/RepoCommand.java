package io.plimsoll.analysis.cli;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Head;
import io.plimsoll.analysis.task.Cancellation;

@Command(name = "repo", description = "The clone of the GitOps repository.", subcommands = {RepoCommand.Add.class,
    RepoCommand.KnobsOf.class, RepoOwnerCommand.class})
final class RepoCommand {
    @Command(name = "add", description = "Notes the clone that the workspace works on.")
    static final class Add implements CliCommand {
        @Parameters(index = "0", paramLabel = "CLONE")
        Path clone = Path.of("");

        @Override
        public int run(CliContext context) {
            Head head = context.workbenchOrNew().repository().add(clone);
            if (context.json()) {
                context.print(context.object().put("branch", head.branch()).put("head", head.commitId())
                        .put("time", head.time().toString()));
            } else {
                context.print("Works on " + clone + ", " + (head.branch() == null ? "detached" : head.branch()) + " at "
                        + head.commitId().substring(0, 7) + ".");
            }
            return 0;
        }
    }

    @Command(name = "knobs", description = "The values in the clone's HEAD that cost or save money.")
    static final class KnobsOf implements CliCommand {
        @Override
        public int run(CliContext context) {
            try (GitRepository repository = context.workbench().repository().open()) {
                String head = repository.head().commitId();
                KnobRows rows = new KnobRows(context);
                repository.visit(head, path -> path.endsWith(".yaml") || path.endsWith(".yml"), rows::file,
                        Cancellation.never());
                rows.print();
            }
            return 0;
        }
    }
}
