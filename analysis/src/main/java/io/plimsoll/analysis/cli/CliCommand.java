package io.plimsoll.analysis.cli;

/// One command. Its options are picocli fields; it says its answer through the context.
interface CliCommand {
    /// @return the exit code: 0 done, 1 a check or guard said no
    int run(CliContext context);
}
