package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.task.Cancellation;

@Command(name = "drivers", description = "What was done each day, for unitcost.", subcommands = DriversCommand.Load.class)
final class DriversCommand {
    @Command(name = "import", description = "Loads a CSV date,driver,scope,quantity,unit; a quantity of the same day, driver and scope makes way.")
    static final class Load implements CliCommand {
        @Parameters(arity = "1..*", paramLabel = "FILE")
        List<Path> files = List.of();

        @Override
        public int run(CliContext context) {
            LoadedTable.print(context, "quantities",
                    context.workbenchOrNew().billing().importDrivers(files, context.progress(),
                            Cancellation.never()));
            return 0;
        }
    }
}
