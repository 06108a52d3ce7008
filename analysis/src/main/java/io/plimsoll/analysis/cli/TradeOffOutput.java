package io.plimsoll.analysis.cli;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.rightsizing.FleetChange;
import io.plimsoll.analysis.rightsizing.FleetFrontier;
import io.plimsoll.analysis.rightsizing.FleetPlan;
import io.plimsoll.analysis.rightsizing.Frontier;
import io.plimsoll.analysis.rightsizing.FrontierMark;
import io.plimsoll.analysis.rightsizing.FrontierPoint;
import io.plimsoll.analysis.rightsizing.Size;

/// Money against risk, of a workload and of all of them, as text and as JSON.
final class TradeOffOutput {
    private TradeOffOutput() {
    }

    static void print(CliContext context, Frontier frontier) {
        if (context.json()) {
            ObjectNode answer = context.object().put("priced", frontier.priced());
            ArrayNode points = answer.putArray("frontier");
            frontier.points().forEach(each -> json(points.addObject(), each, frontier.priced()));
            ArrayNode marks = answer.putArray("marks");
            frontier.marks().forEach(each -> json(marks.addObject().put("mark", name(each)), each.point(),
                    frontier.priced()));
            context.print(answer);
            return;
        }
        TextTable table = new TextTable("size", ">a month", ">troubled h a month", ">above request", ">OOM a month",
                "mark");
        frontier.points().forEach(each -> row(table, frontier.priced(), each, marks(frontier, each.size())));
        frontier.marks().stream()
                .filter(mark -> frontier.points().stream().noneMatch(each -> each.size().equals(mark.point().size())))
                .forEach(each -> row(table, frontier.priced(), each.point(), name(each)));
        table.print(context.out());
    }

    private static String marks(Frontier frontier, Size size) {
        return String.join(", ", frontier.marks().stream().filter(each -> each.point().size().equals(size))
                .map(TradeOffOutput::name).toList());
    }

    private static String name(FrontierMark mark) {
        return mark.kind() == FrontierMark.Kind.STRATEGY ? mark.name() : mark.kind().name().toLowerCase(Locale.ROOT);
    }

    private static void row(TextTable table, boolean priced, FrontierPoint point, String mark) {
        table.row(point.size(), priced ? TextTable.money(point.monthlyCost()) : "", number(point.troubledHours()),
                TextTable.percent(point.replay().violationShare()), number(point.replay().oomPerMonth()), mark);
    }

    private static void json(ObjectNode object, FrontierPoint point, boolean priced) {
        RightsizeJson.size(object.putObject("size"), point.size());
        object.put("monthlyCost", priced ? point.monthlyCost().plain() : null)
                .put("currency", priced ? point.monthlyCost().currency() : null)
                .put("troubledHours", Json.finite(point.troubledHours()))
                .put("above", Json.finite(point.replay().violationShare()))
                .put("oomPerMonth", Json.finite(point.replay().oomPerMonth()));
    }

    /// @param budget troubled hours a month that are accepted; null for as many as there are now
    static void print(CliContext context, List<FleetFrontier> fleets, @Nullable Double budget) {
        if (context.json()) {
            ArrayNode answer = context.array();
            fleets.forEach(each -> json(answer.addObject(), each, budget));
            context.print(answer);
            return;
        }
        if (fleets.isEmpty()) {
            context.out().println("Nothing to weigh: no workload of pods has both telemetry and a bill in one currency."
                    + " Machines have a type instead of a size; plimsoll rightsize names it.");
        }
        for (FleetFrontier each : fleets) {
            TextTable totals = new TextTable("all workloads", ">a month", ">troubled h a month");
            totals(totals, "now", each.now());
            totals(totals, "proposed", each.proposed());
            totals(totals, "safest", each.safest());
            FleetPlan plan = plan(each, budget);
            totals(totals, "cheapest within " + number(budget(each, budget)) + " h", plan);
            totals.print(context.out());
            context.out().println();
            TextTable changes = new TextTable("workload", "now", "then", ">saves a month", ">troubled h now", ">then");
            for (FleetChange change : plan.changes()) {
                changes.row(change.workload().name(), change.now().size(), change.then().size(),
                        TextTable.money(change.saving()), number(change.now().troubledHours()),
                        number(change.then().troubledHours()));
            }
            changes.print(context.out());
        }
    }

    private static double budget(FleetFrontier fleet, @Nullable Double budget) {
        return budget != null ? budget : fleet.now().troubledHours();
    }

    private static FleetPlan plan(FleetFrontier fleet, @Nullable Double budget) {
        return fleet.within(budget(fleet, budget));
    }

    private static void totals(TextTable table, String name, FleetPlan plan) {
        table.row(name, TextTable.money(plan.monthlyCost()), number(plan.troubledHours()));
    }

    private static void json(ObjectNode object, FleetFrontier fleet, @Nullable Double budget) {
        object.put("currency", fleet.currency()).put("budget", Json.finite(budget(fleet, budget)));
        plan(object.putObject("now"), fleet.now());
        plan(object.putObject("proposed"), fleet.proposed());
        plan(object.putObject("safest"), fleet.safest());
        FleetPlan plan = plan(fleet, budget);
        plan(object.putObject("plan"), plan);
        ArrayNode changes = object.putArray("changes");
        for (FleetChange each : plan.changes()) {
            ObjectNode change = changes.addObject().put("workload", each.workload().toString()).put("saving",
                    each.saving().plain());
            json(change.putObject("now"), each.now(), true);
            json(change.putObject("then"), each.then(), true);
        }
        ArrayNode steps = object.putArray("frontier");
        fleet.steps().forEach(each -> steps.addObject().put("workload", each.workload().toString())
                .put("monthlyCost", each.monthlyCost().plain())
                .put("troubledHours", Json.finite(each.troubledHours())));
    }

    private static void plan(ObjectNode object, FleetPlan plan) {
        object.put("monthlyCost", plan.monthlyCost().plain()).put("troubledHours",
                Json.finite(plan.troubledHours()));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "";
    }
}
