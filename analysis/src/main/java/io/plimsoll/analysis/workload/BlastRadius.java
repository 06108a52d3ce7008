package io.plimsoll.analysis.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
    /// 8760 / 12, as the providers' calculators take a month.
    private static final BigDecimal MONTH_HOURS = BigDecimal.valueOf(730);

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

    /// The cost scaled to 730 h, never added across currencies; empty without a bill.
    public List<Money> monthly() {
        if (period == null) {
            return List.of();
        }
        BigDecimal hours = BigDecimal.valueOf(24L * period.count());
        return cost.stream().map(each -> new Money(each.amount().multiply(MONTH_HOURS)
                .divide(hours, 18, RoundingMode.HALF_EVEN), each.currency())).toList();
    }

    private static boolean takes(Workload workload, Origin place) {
        DeclaredWorkload declared = workload.manifest();
        return declared != null && declared.owned().stream().map(OwnedField::origin)
                .anyMatch(origin -> origin.file().equals(place.file()) && origin.document() == place.document()
                        && origin.path().toString().equals(place.path().toString()));
    }
}
