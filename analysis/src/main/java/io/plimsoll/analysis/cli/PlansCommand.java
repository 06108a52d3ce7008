package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.forecast.Budget;
import io.plimsoll.analysis.forecast.Budgets;
import io.plimsoll.analysis.forecast.KeptPlans;
import io.plimsoll.analysis.forecast.PlanFile;
import io.plimsoll.analysis.forecast.Roadmap;
import io.plimsoll.analysis.forecast.RoadmapProject;

@Command(name = "plans", description = "The budgets and the roadmap that forecasts are held against.", subcommands = {
    PlansCommand.Keep.class, PlansCommand.Show.class, PlansCommand.Clear.class})
final class PlansCommand {
    @Command(name = "import", description = "Keeps a CSV of budgets (period, amount, currency, filter) or a roadmap (project, start, ramp, "
            + "low, likely, high, driver, unit_cost), each in place of the one before.")
    static final class Keep implements CliCommand {
        @Parameters(arity = "1..*", paramLabel = "FILE")
        List<Path> files = List.of();

        @Override
        public int run(CliContext context) {
            // All are read before the first is kept.
            List<PlanFile> read = new ArrayList<>();
            files.forEach(file -> read.add(PlanFile.read(file)));
            KeptPlans plans = context.workbench().forecasts().plans();
            read.forEach(plans::keep);
            print(context, plans);
            return 0;
        }
    }

    @Command(name = "show", description = "What is kept.")
    static final class Show implements CliCommand {
        @Override
        public int run(CliContext context) {
            print(context, context.workbench().forecasts().plans());
            return 0;
        }
    }

    @Command(name = "clear", description = "Forgets budgets and roadmap.")
    static final class Clear implements CliCommand {
        @Override
        public int run(CliContext context) {
            KeptPlans plans = context.workbench().forecasts().plans();
            plans.keep(Budgets.NONE);
            plans.keep(Roadmap.NONE);
            print(context, plans);
            return 0;
        }
    }

    private static void print(CliContext context, KeptPlans plans) {
        List<Budget> budgets = plans.budgets().all();
        List<RoadmapProject> projects = plans.roadmap().projects();
        if (context.json()) {
            context.print(json(context, budgets, projects));
            return;
        }
        if (budgets.isEmpty() && projects.isEmpty()) {
            context.print("No budgets and no roadmap are kept.");
        }
        if (!budgets.isEmpty()) {
            TextTable table = new TextTable("budget", ">amount", "of");
            budgets.forEach(each -> table.row(each.period(), TextTable.money(each.amount()), filter(each)));
            table.print(context.out());
        }
        if (!projects.isEmpty()) {
            TextTable table = new TextTable("project", "start", "end", ">low", ">likely", ">high", "a day",
                    ">unit cost");
            projects.forEach(each -> table.row(each.name(), each.start(), each.end() == null ? "" : each.end(),
                    each.low().toPlainString(), each.likely().toPlainString(), each.high().toPlainString(),
                    each.driver(), each.unitCost().toPlainString()));
            table.print(context.out());
        }
    }

    private static String filter(Budget budget) {
        CostFilter filter = budget.filter();
        return filter == null ? "the whole bill" : filter.dimension() + "=" + filter.values().getFirst();
    }

    private static ObjectNode json(CliContext context, List<Budget> budgets, List<RoadmapProject> projects) {
        ObjectNode document = context.object();
        ArrayNode list = document.putArray("budgets");
        for (Budget each : budgets) {
            ObjectNode node = list.addObject().put("period", each.period()).put("amount", each.amount().plain())
                    .put("currency", each.amount().currency());
            node.put("filter", each.filter() == null ? null : filter(each));
        }
        ArrayNode planned = document.putArray("projects");
        for (RoadmapProject each : projects) {
            planned.addObject().put("project", each.name()).put("modality", each.modality())
                    .put("start", each.start().toString()).put("ramp", each.ramp())
                    .put("end", each.end() == null ? null : each.end().toString())
                    .put("low", Json.plain(each.low())).put("likely", Json.plain(each.likely()))
                    .put("high", Json.plain(each.high())).put("driver", each.driver())
                    .put("unitCost", Json.plain(each.unitCost())).put("currency", each.currency());
        }
        return document;
    }
}
