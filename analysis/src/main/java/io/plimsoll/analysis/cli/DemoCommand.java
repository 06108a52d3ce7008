package io.plimsoll.analysis.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.Demo;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.LastWorkspace;
import io.plimsoll.analysis.workspace.UserFolders;

@Command(name = "demo", description = "Runs the whole loop on the sample case, then opens the window or says where the report is.")
final class DemoCommand implements CliCommand {
    private static final String USUAL = "plimsoll-demo";

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "A missing or empty folder; without it ./plimsoll-demo, numbered if it is taken.")
    @Nullable
    Path folder;

    @Override
    public int run(CliContext context) {
        Path target = folder == null ? free() : folder;
        Path report = new Demo(sample(), target, line -> {
            if (!context.json()) {
                context.print(line);
            }
        }).run(context.progress(), Cancellation.never());
        Path workspace = target.resolve("workspace").toAbsolutePath();
        new LastWorkspace(UserFolders.settings()).set(workspace);
        if (context.json()) {
            context.print(context.object().put("workspace", workspace.toString())
                    .put("clone", target.resolve("clone").toAbsolutePath().toString())
                    .put("report", report.toAbsolutePath().toString()));
        } else {
            context.print("Report      " + report.toAbsolutePath());
        }
        return context.window().available() ? context.window().open(workspace) : 0;
    }

    private static Path free() {
        Path folder = Path.of(USUAL);
        for (int i = 2; Files.exists(folder); i++) {
            folder = Path.of(USUAL + "-" + i);
        }
        return folder;
    }

    /// Beside the launcher in a checkout, inside the application when it is installed.
    private static Path sample() {
        String home = System.getProperty("plimsoll.home");
        if (home == null) {
            throw StepFailure.wrongUsage("DEMO_DATA", "The program does not know where its sample case is.",
                    "Start it with the launcher script, or set -Dplimsoll.home to the checkout.");
        }
        return Path.of(home, "sample-data");
    }
}
