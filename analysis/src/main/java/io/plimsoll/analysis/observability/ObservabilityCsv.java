package io.plimsoll.analysis.observability;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.unit.CsvCell;
import io.plimsoll.analysis.unit.Money;

/// Ledger, series of little use, and cuts as one CSV, a header first; what does not apply to a row is an empty cell.
public final class ObservabilityCsv {
    private static final List<String> COLUMNS = List.of("section", "kind", "subject", "service", "account", "team",
            "cost", "currency", "unit", "quantity", "share_of_samples", "estimate", "text");

    private ObservabilityCsv() {
    }

    public static String of(ObservabilityReport report) {
        return Stream.of(Stream.of(COLUMNS), report.ledger().lines().stream().map(ObservabilityCsv::line),
                report.ledger().agents().stream().flatMap(ObservabilityCsv::agent),
                report.wastes().stream().flatMap(each -> row("series", each.kind().id(), each.metric(), each.share(),
                        each.monthly(), true, each.evidence())),
                report.cuts().stream().flatMap(each -> row("cut", each.kind().id(), each.subject(), each.share(),
                        each.monthly(), each.estimate(), (each.sentence() + " " + each.note()).strip())))
                .flatMap(each -> each)
                .map(cells -> cells.stream().map(CsvCell::of).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> line(LedgerLine each) {
        return List.of("ledger", each.signal().id(), each.part(), each.service(), each.account(), each.team(),
                new Money(each.cost(), each.currency()).plain(), each.currency(), each.unit(),
                each.quantity() == null ? "" : each.quantity().stripTrailingZeros().toPlainString(), "", "false", "");
    }

    private static Stream<List<String>> agent(AgentCost each) {
        return row("agent", each.signal().id(), each.workload(), 0, each.cost(), false, each.how());
    }

    private static Stream<List<String>> row(String section, String kind, String subject, double share,
            List<Money> cost, boolean estimate, String text) {
        List<Money> amounts = cost.isEmpty() ? List.of(Money.zero("")) : cost;
        return amounts.stream().map(money -> List.of(section, kind, subject, "", "", "",
                money.currency().isEmpty() ? "" : money.plain(), money.currency(), "", "",
                share == 0 ? "" : String.format(Locale.ROOT, "%.4f", share), Boolean.toString(estimate), text));
    }
}
