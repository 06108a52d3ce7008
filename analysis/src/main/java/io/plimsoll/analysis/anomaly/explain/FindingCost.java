package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.KeyedSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// What the slice of a finding cost, day by day, in the finding's currency. A day without charges cost nothing.
public final class FindingCost {
    /// Days of a month: a twelfth of a year.
    private static final BigDecimal MONTH = new BigDecimal(365).divide(BigDecimal.valueOf(12), MathContext.DECIMAL128);
    private static final String RESOURCE = "ResourceId";
    private static final int WEEK = 7;
    private static final int SCALE = 8;

    private final Finding finding;
    private final Map<LocalDate, BigDecimal> cost = new TreeMap<>();

    public FindingCost(Finding finding, Days days, Billing billing, Cancellation cancellation) {
        this.finding = finding;
        for (KeyedSeries each : billing.daily(query(finding, days), cancellation)) {
            for (int i = 0; i < each.length(); i++) {
                cost.put(each.start().plusDays(i), each.cost()[i]);
            }
        }
    }

    /// Cost of each resource of the slice on some days; what names no resource stands under an empty text.
    static Map<String, BigDecimal> byResource(Finding finding, Days days, Billing billing,
            Cancellation cancellation) {
        Map<String, BigDecimal> sums = new HashMap<>();
        billing.costs(query(finding, days, RESOURCE), cancellation).forEach(table -> table.rows()
                .forEach(row -> sums.merge(row.key().getOrDefault(RESOURCE, ""), row.cost(), BigDecimal::add)));
        return sums;
    }

    /// Asks for the slice on some days, in the finding's currency.
    static CostQuery query(Finding finding, Days days, String... by) {
        return CostQuery.by(CostMetric.EFFECTIVE, by).within(days.from(), days.to()).onlyUsage()
                .where(CostFilter.is("BillingCurrency", finding.impact().currency()))
                .where(finding.key().dimensions());
    }

    public BigDecimal of(LocalDate day) {
        return cost.getOrDefault(day, BigDecimal.ZERO);
    }

    /// Exactly summed.
    BigDecimal sum(Iterable<LocalDate> days) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate day : days) {
            sum = sum.add(of(day));
        }
        return sum;
    }

    /// The days that the finding's impact counts: all from start to end, unless several events that belong together leave usual days between
    /// them, or only some of the incomplete days stand out.
    List<LocalDate> counted() {
        BigDecimal whole = finding.impact().amount().add(finding.expected().amount());
        List<Predicate<DayScore>> ways = List.of(each -> true, each -> each.kind() != null,
                each -> each.kind() == finding.kind(), each -> each.score() >= 0.5 && each.value() > each.expected());
        List<LocalDate> all = finding.start().datesUntil(finding.end().plusDays(1)).toList();
        for (Predicate<DayScore> way : ways) {
            List<LocalDate> days = finding.days().stream()
                    .filter(each -> !each.day().isBefore(finding.start()) && !each.day().isAfter(finding.end()))
                    .filter(way).map(DayScore::day).toList();
            if (sum(days).compareTo(whole) == 0) {
                return days;
            }
        }
        return all;
    }

    /// As `Account.monthlyExcess`.
    @Nullable
    Money monthlyExcess(List<LocalDate> counted) {
        if (!finding.open() || finding.provisional() || counted.isEmpty()) {
            return null;
        }
        List<LocalDate> last = counted.subList(Math.max(0, counted.size() - WEEK), counted.size());
        BigDecimal now = sum(last).divide(BigDecimal.valueOf(last.size()), MathContext.DECIMAL128);
        return new Money(excess(now, counted).multiply(MONTH), finding.impact().currency()).rounded(SCALE);
    }

    /// Of a price only the price is expected to go back: what is used now would be used at the old one. Anything else would have cost
    /// what was expected on the mean of the days.
    private BigDecimal excess(BigDecimal now, List<LocalDate> counted) {
        BigDecimal whole = finding.impact().amount().add(finding.expected().amount());
        if (finding.kind() == AnomalyKind.PRICE_CHANGE && whole.signum() > 0) {
            return now.multiply(finding.impact().amount()).divide(whole, MathContext.DECIMAL128);
        }
        return now.subtract(finding.expected().amount().divide(BigDecimal.valueOf(counted.size()),
                MathContext.DECIMAL128));
    }
}
