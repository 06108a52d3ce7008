package io.plimsoll.analysis.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.observability.AgentCost;
import io.plimsoll.analysis.observability.CostLedger;
import io.plimsoll.analysis.observability.Cut;
import io.plimsoll.analysis.observability.LedgerLine;
import io.plimsoll.analysis.observability.LedgerTotal;
import io.plimsoll.analysis.observability.MonthCost;
import io.plimsoll.analysis.observability.ObservabilityReport;
import io.plimsoll.analysis.observability.Waste;
import io.plimsoll.analysis.unit.Money;

/// What observability costs, the costliest of it, and what could be cut, on one screen.
final class ObservabilitySummary {
    private static final int MOST = 5;
    /// By money, where it is known; then what is of no known use, by its share of the samples.
    private static final Comparator<Cut> FIRST = Comparator
            .comparing(ObservabilitySummary::money).reversed()
            .thenComparing(each -> !each.blinds().isEmpty())
            .thenComparing(Comparator.comparingDouble(Cut::share).reversed());

    private ObservabilitySummary() {
    }

    static void print(ObservabilityReport report, PrintStream out) {
        totals(report.ledger(), out);
        lines(report.ledger().lines(), out);
        agents(report.ledger().agents(), out);
        wastes(report.wastes(), out);
        boolean sized = report.sizing().stream().anyMatch(each -> each.workloads() > 0);
        cuts(report.cuts().stream().filter(each -> sized || !sampling(each)).toList(), out);
        out.println();
        report.remarks().forEach(out::println);
        out.println("All of it, with evidence and what each cut would blind: plimsoll observability --all");
    }

    static void totals(CostLedger ledger, PrintStream out) {
        if (ledger.days() == null) {
            out.println("No bill is loaded.");
            return;
        }
        if (ledger.lines().isEmpty()) {
            out.println("Observability " + ledger.days().from() + " to " + ledger.days().to()
                    + ": the bill names no charges for logs, metrics or traces.");
            return;
        }
        for (LedgerTotal each : ledger.totals()) {
            out.println("Observability " + ledger.days().from() + " to " + ledger.days().to() + ": "
                    + TextTable.money(new Money(each.cost(), each.currency()))
                    + each.share().map(share -> ", " + TextTable.percent(share.doubleValue()) + " of the bill")
                            .orElse("")
                    + "." + months(each));
        }
    }

    /// ` 2026-09: 360.98 USD, 0.48 % less than the month before.`
    private static String months(LedgerTotal total) {
        List<MonthCost> whole = total.months().stream().filter(MonthCost::whole).toList();
        if (whole.isEmpty()) {
            return "";
        }
        MonthCost last = whole.getLast();
        return " " + last.month().toString().substring(0, 7) + ": "
                + TextTable.money(new Money(last.cost(), total.currency()))
                + total.change().map(change -> ", " + (change.signum() == 0
                        ? "as much as"
                        : TextTable.percent(change.abs().doubleValue()) + (change.signum() < 0 ? " less" : " more")
                                + " than")
                        + " the month before").orElse("")
                + ".";
    }

    private static void lines(List<LedgerLine> lines, PrintStream out) {
        if (lines.isEmpty()) {
            return;
        }
        out.println();
        TextTable table = new TextTable("signal", "part", "service", "account", "team", ">cost");
        lines.stream().limit(MOST).forEach(each -> table.row(each.signal().id(), each.part(), each.service(),
                each.account(), each.team(), TextTable.money(new Money(each.cost(), each.currency()))));
        List<LedgerLine> others = lines.subList(Math.min(MOST, lines.size()), lines.size());
        if (!others.isEmpty()) {
            table.row(others.size() + " more", "", "", "", "", amounts(Money.sums(
                    others.stream().map(each -> new Money(each.cost(), each.currency())).toList())));
        }
        table.print(out);
    }

    private static void agents(List<AgentCost> agents, PrintStream out) {
        if (agents.isEmpty()) {
            return;
        }
        AgentCost first = agents.getFirst();
        List<Money> sums = Money.sums(agents.stream().flatMap(each -> each.cost().stream()).toList());
        out.println();
        out.println("Besides, " + (agents.size() == 1 ? "1 agent takes" : agents.size() + " agents take")
                + (sums.isEmpty()
                        ? " a part of machines that isn't known"
                        : " " + amounts(sums) + " of machines in " + first.days() + " days")
                + ", first " + first.workload() + " (" + first.program() + ").");
    }

    private static void wastes(List<Waste> wastes, PrintStream out) {
        if (wastes.isEmpty()) {
            return;
        }
        out.println();
        TextTable table = new TextTable("of little use", ">series", ">of samples", ">about a month", "why");
        wastes.stream().limit(MOST).forEach(each -> table.row(each.metric(), Long.toString(each.series()),
                TextTable.percent(each.share()), amounts(each.monthly()), each.kind().id()));
        more(table, wastes.size());
        table.print(out);
    }

    private static void cuts(List<Cut> cuts, PrintStream out) {
        if (cuts.isEmpty()) {
            return;
        }
        out.println();
        TextTable table = new TextTable("could be cut", "what", ">a month", ">of samples", "what it blinds");
        cuts.stream().sorted(FIRST).limit(MOST).forEach(each -> table.row(
                each.kind().id(), each.subject(),
                (each.estimate() && !each.monthly().isEmpty() ? "about " : "") + amounts(each.monthly()),
                each.share() == 0 ? "" : TextTable.percent(each.share()), blinds(each)));
        more(table, cuts.size());
        table.print(out);
    }

    private static void more(TextTable table, int size) {
        if (size > MOST) {
            table.row(size - MOST + " more", "", "", "", "");
        }
    }

    private static String blinds(Cut cut) {
        if (cut.blinds().isEmpty()) {
            return switch (cut.kind()) {
                case DROP_SOURCE, DROP_AGENT -> "not known: Plimsoll does not see who reads it";
                // Up to its first clause: how many sizes change.
                case LONGER_INTERVAL, SHORTER_RETENTION -> cut.note().split(";", 2)[0];
                case DROP_METRIC -> "nothing that is known here";
            };
        }
        return cut.blinds().stream().map(each -> each.what() + " (" + each.count() + " " + each.of() + ")")
                .collect(Collectors.joining(", "));
    }

    private static boolean sampling(Cut cut) {
        return cut.kind() == Cut.Kind.LONGER_INTERVAL || cut.kind() == Cut.Kind.SHORTER_RETENTION;
    }

    /// For the order only: of several currencies the largest number.
    private static BigDecimal money(Cut cut) {
        return Stream.concat(Stream.of(BigDecimal.ZERO), cut.monthly().stream().map(Money::amount))
                .max(Comparator.naturalOrder()).orElseThrow();
    }

    private static String amounts(List<Money> amounts) {
        return amounts.stream().map(TextTable::money).collect(Collectors.joining(", "));
    }
}
