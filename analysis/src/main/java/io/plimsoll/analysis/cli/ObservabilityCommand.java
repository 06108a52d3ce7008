package io.plimsoll.analysis.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import io.plimsoll.analysis.observability.AgentCost;
import io.plimsoll.analysis.observability.CostLedger;
import io.plimsoll.analysis.observability.Cut;
import io.plimsoll.analysis.observability.LedgerLine;
import io.plimsoll.analysis.observability.ObservabilityReport;
import io.plimsoll.analysis.observability.Waste;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;

@Command(name = "observability", description = "What logs, metrics, traces and their agents cost, which series nothing uses, and what a cut would blind.")
final class ObservabilityCommand implements CliCommand {
    @Option(names = "--all", description = "Every line, agent, group of series and cut, with evidence; else the first five of each.")
    boolean all;

    @Override
    public int run(CliContext context) {
        ObservabilityReport report = context.workbench().observability().report(context.progress(),
                Cancellation.never());
        context.sayIfCloneGone();
        if (context.json()) {
            context.print(ObservabilityJson.of(context, report));
            return 0;
        }
        PrintStream out = context.out();
        if (!all) {
            ObservabilitySummary.print(report, out);
            return 0;
        }
        ObservabilitySummary.totals(report.ledger(), out);
        out.println();
        lines(report.ledger(), out);
        agents(report.ledger(), out);
        wastes(report.wastes(), out);
        cuts(report.cuts(), out);
        report.remarks().forEach(out::println);
        return 0;
    }

    private static void lines(CostLedger ledger, PrintStream out) {
        TextTable table = new TextTable("signal", "part", "service", "account", "team", ">cost", ">quantity",
                ">each");
        for (LedgerLine each : ledger.lines()) {
            table.row(each.signal().id(), each.part(), each.service(), each.account(), each.team(),
                    TextTable.money(new Money(each.cost(), each.currency())),
                    each.quantity() == null
                            ? ""
                            : each.quantity().setScale(1, java.math.RoundingMode.HALF_EVEN).toPlainString() + " "
                                    + each.unit(),
                    each.unitCost().map(cost -> new Money(cost, each.currency()).rounded(4).plain()).orElse(""));
        }
        table.print(out);
    }

    private static void agents(CostLedger ledger, PrintStream out) {
        if (ledger.agents().isEmpty()) {
            return;
        }
        out.println();
        TextTable table = new TextTable("agent", "program", "signal", ">its part of machines", ">days", "told by");
        for (AgentCost each : ledger.agents()) {
            table.row(each.workload(), each.program(), each.signal().id(), amounts(each.cost()),
                    Integer.toString(each.days()), each.how());
        }
        table.print(out);
    }

    private static void wastes(List<Waste> wastes, PrintStream out) {
        if (wastes.isEmpty()) {
            return;
        }
        out.println();
        TextTable table = new TextTable("series", "metric", ">count", ">of samples", ">about a month", "why");
        for (Waste each : wastes) {
            table.row(each.kind().id(), each.metric(), Long.toString(each.series()), TextTable.percent(each.share()),
                    amounts(each.monthly()), each.evidence());
        }
        table.print(out);
    }

    private static void cuts(List<Cut> cuts, PrintStream out) {
        if (cuts.isEmpty()) {
            return;
        }
        out.println();
        TextTable table = new TextTable("cut", "of", ">of samples", ">a month", "what it blinds");
        for (Cut each : cuts) {
            table.row(each.kind().id(), each.subject(), each.share() == 0 ? "" : TextTable.percent(each.share()),
                    amounts(each.monthly()), (each.sentence() + " " + each.note()).strip());
        }
        table.print(out);
    }

    private static String amounts(List<Money> amounts) {
        return amounts.stream().map(TextTable::money).collect(Collectors.joining(", "));
    }
}
