package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.billing.ImportResult;
import io.plimsoll.analysis.billing.ImportedFile;
import io.plimsoll.analysis.task.Cancellation;

@Command(name = "rates", description = "Exchange rates with their dates, for costs --currency.", subcommands = RatesCommand.Load.class)
final class RatesCommand {
    @Command(name = "import", description = "Loads a CSV date,from,to,rate; a rate of the same day and currencies makes way.")
    static final class Load implements CliCommand {
        @Parameters(arity = "1..*", paramLabel = "FILE")
        List<Path> files = List.of();

        @Override
        public int run(CliContext context) {
            ImportResult result = context.workbenchOrNew().billing().importRates(files, context.progress(),
                    Cancellation.never());
            if (context.json()) {
                ObjectNode document = context.object().put("loaded", result.loaded()).put("replaced",
                        result.replaced());
                ArrayNode list = document.putArray("files");
                for (ImportedFile file : result.files()) {
                    list.addObject().put("file", file.file()).put("sha256", file.sha256()).put("loaded",
                            file.loaded());
                }
                context.print(document);
            } else {
                context.print("Loaded " + result.loaded() + " rates; replaced " + result.replaced() + ".");
                result.files().forEach(file -> file.warnings()
                        .forEach(warning -> context.print(file.file() + ": " + warning)));
            }
            return 0;
        }
    }
}
