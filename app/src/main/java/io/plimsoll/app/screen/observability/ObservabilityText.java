package io.plimsoll.app.screen.observability;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.observability.AgentCost;
import io.plimsoll.analysis.observability.Blind;
import io.plimsoll.analysis.observability.Cut;
import io.plimsoll.analysis.observability.LedgerLine;
import io.plimsoll.analysis.observability.LedgerTotal;
import io.plimsoll.analysis.observability.MonthCost;
import io.plimsoll.analysis.observability.ObservabilityReport;
import io.plimsoll.analysis.observability.Waste;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.screen.observability.ObservabilityEntry.About.Agent;
import io.plimsoll.app.screen.observability.ObservabilityEntry.About.Charges;
import io.plimsoll.app.screen.observability.ObservabilityEntry.About.Cutting;
import io.plimsoll.app.screen.observability.ObservabilityEntry.About.Series;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// Turns a report into lines and words.
final class ObservabilityText {
    private ObservabilityText() {
    }

    static List<ObservabilityEntry> ledger(ObservabilityReport report) {
        return Stream.concat(report.ledger().lines().stream().map(ObservabilityText::line),
                report.ledger().agents().stream().map(ObservabilityText::agent)).toList();
    }

    static List<ObservabilityEntry> series(ObservabilityReport report) {
        return report.wastes().stream().map(ObservabilityText::waste).toList();
    }

    static List<ObservabilityEntry> cuts(ObservabilityReport report) {
        return report.cuts().stream().map(ObservabilityText::cut).toList();
    }

    private static ObservabilityEntry line(LedgerLine each) {
        List<Money> cost = List.of(new Money(each.cost(), each.currency()));
        String unit = each.unitCost().map(price -> Messages.text("observability.each",
                MoneyFormat.exact(new Money(price, each.currency()).rounded(4)), each.unit())).orElse("");
        String used = each.quantity() == null
                ? ""
                : Messages.text("observability.used", Formats.decimal(each.quantity(), 1), each.unit());
        String says = Stream.of(each.team(), each.account(), unit).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" \u00b7 "));
        List<String> more = new ArrayList<>();
        more.add(Stream.of(used, unit).filter(text -> !text.isEmpty()).collect(Collectors.joining(" \u00b7 ")));
        more.add(each.months().stream().map(month -> month(month, each.currency()))
                .collect(Collectors.joining("\n")));
        more.add(Messages.text("observability.rows", Formats.count(each.rows())));
        return new ObservabilityEntry(new Charges(each), each.service(), each.provider(),
                signal(each.signal().id(), each.part()), cost,
                "",
                says, false, more);
    }

    private static String month(MonthCost month, String currency) {
        return Messages.text(month.whole() ? "observability.month" : "observability.partMonth",
                DateFormats.monthAndYear(YearMonth.from(month.month())),
                MoneyFormat.exact(new Money(month.cost(), currency).rounded(2)));
    }

    private static ObservabilityEntry agent(AgentCost each) {
        return new ObservabilityEntry(new Agent(each), each.workload(), each.program(),
                signal(each.signal().id(), Messages.text("observability.agent")), each.cost(), "", each.how(), false,
                List.of(each.how(), Messages.text("observability.agentPart", Formats.count(each.days()))));
    }

    private static ObservabilityEntry waste(Waste each) {
        return new ObservabilityEntry(new Series(each), each.metric(), Messages.text("observability.seriesCount",
                Formats.count(each.series())), Messages.text("observability.waste." + each.kind().id()),
                each.monthly(), Formats.percent(each.share(), 1), each.evidence(), true,
                List.of(each.evidence()));
    }

    private static ObservabilityEntry cut(Cut each) {
        List<String> more = new ArrayList<>(List.of(each.sentence()));
        for (Blind blind : each.blinds()) {
            if (!blind.names().isEmpty()) {
                String names = String.join(", ", blind.names());
                more.add(sentenceCase(blind.what()) + ": " + (blind.names().size() < blind.count()
                        ? Messages.text("observability.andMore", names,
                                Formats.count(blind.count() - blind.names().size()))
                        : names));
            }
        }
        more.add(each.note());
        return new ObservabilityEntry(new Cutting(each), each.subject(), "",
                Messages.text("observability.cut." + each.kind().id()),
                each.monthly(), each.share() == 0 ? "" : Formats.percent(each.share(), 1), each.sentence(),
                each.estimate(), more);
    }

    private static String sentenceCase(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String signal(String signal, String part) {
        return Messages.text("observability.signal." + signal) + " \u00b7 " + part;
    }

    /// What stands above the list: cost, share of the bill and its change, a currency after the other.
    static String total(ObservabilityReport report) {
        return report.ledger().totals().stream().filter(each -> each.cost().signum() != 0).map(ObservabilityText::total)
                .collect(Collectors.joining("; "));
    }

    private static String total(LedgerTotal each) {
        String cost = MoneyFormat.brief(new Money(each.cost(), each.currency()));
        return each.share().map(share -> Messages.text("observability.total", cost,
                Formats.percent(share.doubleValue(), 2))).orElse(cost);
    }

    static String sums(List<Money> amounts) {
        return amounts.isEmpty()
                ? Formats.NONE
                : amounts.stream().map(MoneyFormat::brief).collect(Collectors.joining(" \u00b7 "));
    }
}
