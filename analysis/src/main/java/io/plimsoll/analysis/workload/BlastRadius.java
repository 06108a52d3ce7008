package io.plimsoll.analysis.workload;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// What an edit of one place reaches, in money: the workloads that take a value from there.
///
/// @param workloads those of the map, the costliest first
/// @param cost      effective cost of all of them over the map's days, one amount a currency; empty without a bill
/// @param period    those days; null without a bill
public record BlastRadius(List<Workload> workloads, List<Money> cost, @Nullable Days period) {
    public BlastRadius {
        workloads = List.copyOf(workloads);
        cost = List.copyOf(cost);
    }

    public static BlastRadius of(WorkloadMap map, Origin place) {
        List<Workload> reached = map.workloads().stream().filter(workload -> takes(workload, place)).toList();
        Map<String, BigDecimal> sums = new TreeMap<>();
        reached.forEach(workload -> workload.cost()
                .forEach(money -> sums.merge(money.currency(), money.amount(), BigDecimal::add)));
        List<Money> cost = new ArrayList<>();
        sums.forEach((currency, amount) -> cost.add(new Money(amount, currency)));
        return new BlastRadius(reached, cost, map.period());
    }

    private static boolean takes(Workload workload, Origin place) {
        DeclaredWorkload declared = workload.manifest();
        return declared != null && declared.owned().stream().map(OwnedField::origin)
                .anyMatch(origin -> origin.file().equals(place.file()) && origin.document() == place.document()
                        && origin.path().toString().equals(place.path().toString()));
    }
}
