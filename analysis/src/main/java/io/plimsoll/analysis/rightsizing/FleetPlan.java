package io.plimsoll.analysis.rightsizing;

import java.util.Comparator;
import java.util.List;

import io.plimsoll.analysis.unit.Money;

/// A size for every workload of a currency, and what they sum up to.
///
/// @param monthlyCost   of all, for 730 h
/// @param troubledHours of all, a month; see `FrontierPoint`
/// @param workloads     all of them, the largest saving first
public record FleetPlan(Money monthlyCost, double troubledHours, List<FleetChange> workloads) {
    public FleetPlan {
        workloads = List.copyOf(workloads);
    }

    static FleetPlan of(String currency, List<FleetChange> workloads) {
        Money cost = Money.zero(currency);
        double hours = 0;
        for (FleetChange each : workloads) {
            cost = cost.plus(each.then().monthlyCost());
            hours += each.then().troubledHours();
        }
        return new FleetPlan(cost, hours,
                workloads.stream().sorted(Comparator.comparing(FleetChange::saving).reversed()
                        .thenComparing(each -> each.workload().toString())).toList());
    }

    public List<FleetChange> changes() {
        return workloads.stream().filter(FleetChange::changes).toList();
    }
}
