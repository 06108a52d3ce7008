package io.plimsoll.analysis.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The program itself, with the options that stand before or after any command.
@Command(name = "plimsoll", mixinStandardHelpOptions = true, version = "Plimsoll 0.1.0", scope = ScopeType.INHERIT, description = "Finds how small a cloud workload may safely be made, and the exact manifest lines to change.", footer = {
    "", "Exit codes: 0 done, 1 a check or guard said no, 2 wrong usage, 3 bad input,",
    "4 refused for safety, 5 internal error. Without a command a window opens."})
final class GlobalOptions {
    @Option(names = "--workspace", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "The workspace; without it the one opened last.")
    @Nullable
    Path workspace;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "One JSON document on standard output and nothing else there.")
    boolean json;
}
