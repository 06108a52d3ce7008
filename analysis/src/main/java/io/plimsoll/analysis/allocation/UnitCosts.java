package io.plimsoll.analysis.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.billing.DriverQuantity;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// Holds cost against what was done with it: of each driver and scope the cost of the days that have a quantity, by the sum of these
/// quantities. Safe from any thread.
public final class UnitCosts {
    private final Billing billing;
    private final Allocation allocation;

    public UnitCosts(Billing billing, Allocation allocation) {
        this.billing = billing;
        this.allocation = allocation;
    }

    /// One a driver, scope, unit and currency, in this order.
    ///
    /// @throws StepFailure NO_COST_DAYS if no loaded day has a cost to divide; DRIVERS_NONE if no quantity of the driver lies in the
    ///                     period; UNKNOWN_DIMENSION
    public List<UnitCost> of(UnitCostQuery query, Progress progress, Cancellation cancellation) {
        Days period = period(query).orElseThrow(() -> StepFailure.badInput("NO_COST_DAYS",
                "No loaded day has a cost to divide by quantities.",
                "Load a bill, and telemetry of the same days where cost is allocated: plimsoll import FILE"));
        SortedMap<List<String>, List<DriverQuantity>> drivers = new TreeMap<>(
                (one, other) -> String.join("\0", one).compareTo(String.join("\0", other)));
        billing.drivers().stream()
                .filter(each -> query.driver() == null || each.driver().equals(query.driver()))
                .filter(each -> period.contains(each.date()))
                .forEach(each -> drivers.computeIfAbsent(List.of(each.driver(), each.scope(), each.unit()),
                        key -> new ArrayList<>()).add(each));
        if (drivers.isEmpty()) {
            throw StepFailure.badInput("DRIVERS_NONE", "There is no quantity"
                    + (query.driver() == null ? "" : " of " + query.driver())
                    + " from " + period.from() + " to " + period.to() + ".",
                    "Load some with: plimsoll drivers import FILE (columns date,driver,scope,quantity,unit).");
        }
        List<UnitCost> found = new ArrayList<>();
        var daily = daily(query, period, progress, cancellation);
        drivers.values().forEach(quantities -> found.addAll(unitCosts(quantities, daily)));
        return found;
    }

    private Optional<Days> period(UnitCostQuery query) {
        if (query.dimension() == null) {
            return allocation.days(query.allocation());
        }
        return billing.span().map(span -> period(query, span));
    }

    private static Days period(UnitCostQuery query, BillingSpan span) {
        return new Days(Objects.requireNonNullElse(query.from(), span.first()),
                Objects.requireNonNullElse(query.to(), span.lastComplete()));
    }

    private Map<String, Map<String, Map<LocalDate, BigDecimal>>> daily(UnitCostQuery query, Days days,
            Progress progress, Cancellation cancellation) {
        String dimension = query.dimension();
        if (dimension == null) {
            return allocation.daily(query.allocation(), progress, cancellation);
        }
        Map<String, Map<String, Map<LocalDate, BigDecimal>>> daily = new HashMap<>();
        CostQuery costs = CostQuery.by(query.metric(), dimension).within(days.from(), days.to())
                .per(CostQuery.Grain.DAY);
        for (CostTable table : billing.costs(costs, cancellation)) {
            Map<String, Map<LocalDate, BigDecimal>> groups = daily.computeIfAbsent(table.currency(),
                    currency -> new HashMap<>());
            for (CostTable.Row row : table.rows()) {
                add(groups, row.key().getOrDefault(dimension, ""), Objects.requireNonNull(row.period()), row.cost());
            }
        }
        return daily;
    }

    /// Adds a day's table to its groups.
    static void add(Map<String, Map<LocalDate, BigDecimal>> groups, AllocationTable table) {
        table.rows().forEach(row -> add(groups, row.group(), table.days().from(), row.cost()));
    }

    private static void add(Map<String, Map<LocalDate, BigDecimal>> groups, String group, LocalDate day,
            BigDecimal cost) {
        for (String each : List.of(group, DriverQuantity.EVERYTHING)) {
            groups.computeIfAbsent(each, key -> new LinkedHashMap<>()).merge(day, cost, BigDecimal::add);
        }
    }

    private static List<UnitCost> unitCosts(List<DriverQuantity> quantities,
            Map<String, Map<String, Map<LocalDate, BigDecimal>>> daily) {
        List<UnitCost> found = new ArrayList<>();
        new TreeMap<>(daily).forEach((currency, groups) -> {
            Map<LocalDate, BigDecimal> costs = groups.get(quantities.getFirst().scope());
            if (costs != null) {
                found.add(unitCost(quantities, costs, currency));
            }
        });
        return found.isEmpty() ? List.of(unitCost(quantities, Map.of(), "")) : found;
    }

    private static UnitCost unitCost(List<DriverQuantity> quantities, Map<LocalDate, BigDecimal> costs,
            String currency) {
        DriverQuantity first = quantities.getFirst();
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        int counted = 0;
        for (DriverQuantity each : quantities) {
            BigDecimal cost = costs.get(each.date());
            if (cost != null) {
                quantity = quantity.add(each.quantity());
                sum = sum.add(cost);
                counted++;
            }
        }
        return new UnitCost(first.driver(), first.scope(), first.unit(),
                new Days(first.date(), quantities.getLast().date()), counted, quantities.size() - counted, quantity,
                costs.isEmpty() ? null : new Money(sum, currency));
    }
}
