package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Head;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.FileKnobs;
import io.plimsoll.analysis.workload.FindingKind;
import io.plimsoll.analysis.workload.RepositoryOverview;

@Command(name = "repo", description = "The clone of the GitOps repository.", subcommands = {RepoCommand.Add.class,
    RepoCommand.KnobsOf.class, RepoCommand.Findings.class, RepoOwnerCommand.class})
final class RepoCommand {
    @Command(name = "add", description = "Notes the clone that the workspace works on.")
    static final class Add implements CliCommand {
        @Parameters(index = "0", paramLabel = "CLONE", description = "The folder with .git, or a bare repository.")
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
                FileKnobs.of(repository, head, Cancellation.never()).forEach(rows::file);
                rows.print();
            }
            return 0;
        }
    }

    @Command(name = "findings", description = "What is wrong with the clone's HEAD: secrets, unsigned commits, blind spots, missing requests.")
    static final class Findings implements CliCommand {
        @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind; may be given more than once.")
        List<String> kinds = List.of();

        @Override
        public int run(CliContext context) {
            List<String> known = RepositoryOverview.kinds().stream().map(FindingKind::id).toList();
            kinds.stream().filter(kind -> !known.contains(kind)).findFirst().ifPresent(kind -> {
                throw StepFailure.wrongUsage("FINDING_KIND", "There is no kind of finding " + kind + ".",
                        "Use " + String.join(", ", known) + ".");
            });
            Workbench workbench = context.workbench();
            RepositoryOverview overview;
            try (GitRepository repository = workbench.repository().open()) {
                overview = RepositoryOverview.read(repository, context.progress(), Cancellation.never());
            }
            PlainRows rows = new PlainRows(context, "kind", "severity", "file", "line", "subject", "evidence",
                    "remedy");
            overview.findings(workbench.workloads().map(overview.manifests(), Cancellation.never())).stream()
                    .filter(each -> kinds.isEmpty() || kinds.contains(each.kind()))
                    .forEach(
                            each -> rows.row(Arrays.asList(each.kind(), each.severity().name().toLowerCase(Locale.ROOT),
                                    each.file(), each.line() == 0 ? null : each.line(), each.subject(), each.evidence(),
                                    each.remedy())));
            rows.print();
            return 0;
        }
    }
}
