package io.plimsoll.analysis.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.task.StepFailure;

@Command(name = "open", description = "Opens the window (also without a command).")
final class OpenCommand implements CliCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "The workspace to open.")
    @Nullable
    Path folder;

    @Override
    public int run(CliContext context) {
        if (!context.window().available()) {
            throw StepFailure.wrongUsage("NO_DISPLAY", "There is no display to open a window on.",
                    "Use the commands instead: plimsoll --help");
        }
        return context.window().open(folder != null ? folder : context.namedWorkspace());
    }
}
