package io.plimsoll.analysis.observability.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.billing.ObservabilityCharge;
import io.plimsoll.analysis.observability.AgentCost;
import io.plimsoll.analysis.observability.CostLedger;
import io.plimsoll.analysis.observability.LedgerLine;
import io.plimsoll.analysis.observability.LedgerTotal;
import io.plimsoll.analysis.observability.MonthCost;
import io.plimsoll.analysis.observability.SourceCost;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// Sums the bill's charges for observability up. One use, one thread.
public final class BillLedger {
    private final Billing billing;
    private final BillingSpan span;

    public BillLedger(Billing billing, BillingSpan span) {
        this.billing = billing;
        this.span = span;
    }

    /// @param agents as they shall stand beside the bill
    public CostLedger of(List<AgentCost> agents, Cancellation cancellation) {
        Days days = new Days(span.first(), span.last());
        List<ObservabilityCharge> charges = billing.observability(days, cancellation);
        return new CostLedger(days, totals(charges, days, cancellation), lines(charges), sources(charges), agents);
    }

    private List<LedgerTotal> totals(List<ObservabilityCharge> charges, Days days, Cancellation cancellation) {
        List<LedgerTotal> totals = new ArrayList<>();
        for (CostTable table : billing.costs(CostQuery.by(CostMetric.EFFECTIVE).within(days.from(), days.to()),
                cancellation)) {
            List<ObservabilityCharge> own = charges.stream().filter(each -> each.currency().equals(table.currency()))
                    .toList();
            totals.add(new LedgerTotal(table.currency(), sum(own), table.total(), months(own)));
        }
        return totals;
    }

    private List<LedgerLine> lines(List<ObservabilityCharge> charges) {
        return grouped(charges, each -> List.of(each.rule().signal(), each.rule().part(), each.provider(),
                each.service(), each.account(), each.team(), each.currency(), each.unit())).stream().map(this::line)
                .sorted(Comparator.comparing(LedgerLine::currency)
                        .thenComparing(Comparator.comparing(LedgerLine::cost).reversed()))
                .toList();
    }

    private LedgerLine line(List<ObservabilityCharge> alike) {
        ObservabilityCharge first = alike.getFirst();
        return new LedgerLine(first.rule().signal(), first.rule().part(), first.provider(), first.service(),
                first.account(), first.team(), first.currency(), first.unit(), quantity(alike), sum(alike),
                months(alike), alike.stream().mapToLong(ObservabilityCharge::rows).sum());
    }

    private List<SourceCost> sources(List<ObservabilityCharge> charges) {
        return grouped(charges.stream().filter(each -> !each.resourceId().isEmpty()).toList(),
                each -> List.of(each.resourceId(), each.currency(), each.rule().signal())).stream().map(alike -> {
                    ObservabilityCharge first = alike.getFirst();
                    return new SourceCost(first.rule().signal(), first.service(), first.resourceId(), first.resource(),
                            new Money(sum(alike), first.currency()), latest(months(alike)));
                }).sorted(Comparator.comparing((SourceCost each) -> each.cost().currency())
                        .thenComparing(Comparator.comparing((SourceCost each) -> each.cost().amount()).reversed()))
                .toList();
    }

    private static List<List<ObservabilityCharge>> grouped(List<ObservabilityCharge> charges,
            Function<ObservabilityCharge, List<?>> key) {
        Map<List<?>, List<ObservabilityCharge>> groups = new LinkedHashMap<>();
        charges.forEach(each -> groups.computeIfAbsent(key.apply(each), one -> new ArrayList<>()).add(each));
        return List.copyOf(groups.values());
    }

    private List<MonthCost> months(List<ObservabilityCharge> charges) {
        Map<LocalDate, BigDecimal> sums = new TreeMap<>();
        charges.forEach(each -> sums.merge(each.month(), each.effective(), BigDecimal::add));
        return sums.entrySet().stream()
                .map(each -> new MonthCost(each.getKey(), each.getValue(), isWhole(each.getKey()))).toList();
    }

    private boolean isWhole(LocalDate month) {
        return !month.isBefore(span.first())
                && !month.with(TemporalAdjusters.lastDayOfMonth()).isAfter(span.lastComplete());
    }

    /// What the latest whole month of the bill cost.
    private BigDecimal latest(List<MonthCost> months) {
        return months.stream().filter(each -> each.whole() && each.month().equals(span.latestMonth().from()))
                .map(MonthCost::cost).findFirst().orElse(BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<ObservabilityCharge> charges) {
        return charges.stream().map(ObservabilityCharge::effective).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal quantity(List<ObservabilityCharge> charges) {
        return charges.stream().map(ObservabilityCharge::quantity).filter(Objects::nonNull).reduce(BigDecimal::add)
                .orElse(null);
    }
}
