package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.task.Cancellation;

@Command(name = "rates", description = "Exchange rates with their dates, for costs --currency.", subcommands = RatesCommand.Load.class)
final class RatesCommand {
    @Command(name = "import", description = "Loads a CSV date,from,to,rate; a rate of the same day and currencies makes way.")
    static final class Load implements CliCommand {
        @Parameters(arity = "1..*", paramLabel = "FILE")
        List<Path> files = List.of();

        @Override
        public int run(CliContext context) {
            LoadedTable.print(context, "rates", context.workbenchOrNew().billing().importRates(files,
                    context.progress(), Cancellation.never()));
            return 0;
        }
    }
}
