package io.plimsoll.analysis.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.billing.CubeState;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

@Command(name = "cube", description = "The daily cube under every cost view: which dimensions it has, and which it should have.", subcommands = {
    CubeCommand.Show.class, CubeCommand.Choose.class})
final class CubeCommand {
    @Command(name = "show", description = "Its chosen columns, its size, and every dimension that may be chosen.")
    static final class Show implements CliCommand {
        @Override
        public int run(CliContext context) {
            print(context, context.workbench().billing().cube(Cancellation.never()), true);
            return 0;
        }
    }

    @Command(name = "set", description = "Chooses the columns and fills the cube again; sums stay the same to the last digit.")
    static final class Choose implements CliCommand {
        @Parameters(arity = "0..*", paramLabel = "DIM", description = "tag:KEY or a column that show lists; at most eight.")
        List<String> dimensions = new ArrayList<>();

        @Option(names = "--automatic", description = "Back to the most common tags.")
        boolean automatic;

        @Override
        public int run(CliContext context) {
            if (automatic != dimensions.isEmpty()) {
                throw StepFailure.wrongUsage("CUBE_CHOICE", "Name the dimensions, or say --automatic.",
                        "plimsoll cube show lists what may be chosen.");
            }
            if (automatic) {
                context.workbench().billing().automaticCube(context.progress(), Cancellation.never());
            } else {
                context.workbench().billing().chooseCube(dimensions, context.progress(), Cancellation.never());
            }
            print(context, context.workbench().billing().cube(Cancellation.never()), false);
            return 0;
        }
    }

    private static void print(CliContext context, CubeState state, boolean candidates) {
        if (context.json()) {
            ObjectNode document = context.object().put("automatic", state.automatic()).put("rows", state.rows())
                    .put("charges", state.charges()).put("most", state.most());
            ArrayNode columns = document.putArray("columns");
            state.columns().forEach(columns::add);
            ArrayNode list = document.putArray("candidates");
            state.candidates().forEach(each -> list.addObject().put("name", each.name()).put("values", each.values())
                    .put("charges", each.charges()).put("chosen", each.chosen()));
            context.print(document);
            return;
        }
        if (candidates) {
            TextTable table = new TextTable("dimension", ">values", ">charges", "in the cube");
            state.candidates().forEach(each -> table.row(each.name(), each.values(), each.charges(),
                    each.chosen() ? "yes" : ""));
            table.print(context.out());
        }
        context.print((state.columns().isEmpty() ? "No dimension is chosen" : String.join(", ", state.columns()))
                + (state.automatic() ? " (the most common tags)." : " (as you chose)."));
        context.print(state.rows() + " rows for " + state.charges() + " charges, "
                + String.format(Locale.ROOT, "%.1f", state.compaction())
                + " charges a row. Other dimensions are answered from the charges.");
    }
}
