package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import io.plimsoll.analysis.change.Changes;
import io.plimsoll.analysis.change.GuardSettings;
import io.plimsoll.analysis.change.GuardState;
import io.plimsoll.analysis.change.GuardsFile;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.StepFailure;

@Command(name = "guards", description = "The guard rules that every commit is held against, as the clone's HEAD sets them.")
final class GuardsCommand implements CliCommand {
    private static final Set<String> NOT_THERE = Set.of("NO_WORKSPACE", "NO_CLONE");

    @Option(names = "--check", paramLabel = "FILE", description = "Reads this guards file instead, and says what is wrong with it.")
    @Nullable
    Path check;

    @Option(names = "--schema", description = "Prints the JSON schema of guards files.")
    boolean schema;

    @Override
    public int run(CliContext context) {
        if (schema) {
            context.out().print(GuardsFile.schema());
            return 0;
        }
        GuardSettings settings = check == null ? committed(context) : GuardsFile.read(check);
        PlainRows rows = new PlainRows(context, "rule", "overridable", "explanation", "state", "settings", "overrides");
        for (GuardState each : GuardState.of(settings)) {
            rows.row(List.of(each.guard().rule(), each.guard().overridable(), each.guard().explanation(), each.state(),
                    String.join("; ", each.settings()), String.join("; ", each.overrides())));
        }
        rows.print();
        return 0;
    }

    /// The presets where there is no clone to ask.
    private static GuardSettings committed(CliContext context) {
        try (GitRepository repository = context.workbench().repository().open()) {
            return Changes.settings(repository, repository.head().commitId());
        } catch (StepFailure e) {
            if (!NOT_THERE.contains(e.code())) {
                throw e;
            }
            return GuardSettings.DEFAULTS;
        }
    }
}
