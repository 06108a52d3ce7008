package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Account;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.Dimension;
import io.plimsoll.analysis.billing.KeyedSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;

/// Asks the bill for what a finding says for itself.
final class Accounts {
    private static final Set<String> METERS = Set.of("SkuMeter", "SkuId");

    private Accounts() {
    }

    /// @param before the four weeks before as far as they are loaded, null if there is nothing
    static Account of(Finding finding, @Nullable Days before, Billing billing, Cancellation cancellation) {
        Days event = new Days(finding.start(), finding.end());
        FindingCost cost = new FindingCost(finding, event, billing, cancellation);
        List<LocalDate> counted = cost.counted();
        PriceAndQuantity meters = meters(finding, before, event, billing, cancellation);
        String currency = finding.impact().currency();
        return new Account(meters.unitPrice(currency).orElse(null), Breakdowns.of(finding, meters),
                meters.counterfactuals(currency),
                cost.monthlyExcess(counted), new FindingStatements(billing).of(finding, before, counted));
    }

    /// The meters of the slice before, as the mean over as many days, and after. Quantities of different units never add.
    private static PriceAndQuantity meters(Finding finding, @Nullable Days before, Days event, Billing billing,
            Cancellation cancellation) {
        Map<String, Amount> now = byMeter(finding, event, billing, cancellation);
        Map<String, Amount> past = before == null ? Map.of() : byMeter(finding, before, billing, cancellation);
        BigDecimal factor = before == null
                ? BigDecimal.ONE
                : BigDecimal.valueOf(event.count()).divide(BigDecimal.valueOf(before.count()),
                        MathContext.DECIMAL128);
        Set<String> units = new TreeSet<>();
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(past.keySet());
        List<Bridge.Item> items = new ArrayList<>();
        for (String name : names) {
            Amount after = now.getOrDefault(name, Amount.NOTHING);
            units.addAll(after.units());
            items.add(past.getOrDefault(name, Amount.NOTHING).times(factor).to(name, after));
        }
        return new PriceAndQuantity(items, units.size() == 1 ? units.iterator().next() : "");
    }

    private static Map<String, Amount> byMeter(Finding finding, Days days, Billing billing,
            Cancellation cancellation) {
        List<String> by = billing.dimensions().stream().map(Dimension::name).filter(METERS::contains).toList();
        CostQuery slice = FindingCost.query(finding, days);
        CostQuery query = new CostQuery(by, slice.metric(), slice.from(), slice.to(), slice.grain(), slice.filters(),
                0, slice.usageOnly());
        Map<String, Amount> amounts = new HashMap<>();
        for (KeyedSeries each : billing.daily(query, cancellation)) {
            amounts.put(String.join(" ", each.key().values()), Amount.of(each));
        }
        return amounts;
    }
}
