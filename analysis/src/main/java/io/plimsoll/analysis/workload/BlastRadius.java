package io.plimsoll.analysis.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.Origin;
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
        return of(map, workload -> takes(workload, place));
    }

    /// What a patch for one root reaches of a place that it shares: the workloads that stand for that root alone.
    ///
    /// @return empty if none is known to, which does not say that nothing is reached
    public static Optional<BlastRadius> of(WorkloadMap map, Origin place, String root) {
        BlastRadius radius = of(map, workload -> {
            DeclaredWorkload declared = workload.manifest();
            return declared != null && declared.owned().stream()
                    .anyMatch(field -> field.root().equals(root) && same(field.origin(), place))
                    && declared.owners().rootOf(declared).filter(root::equals).isPresent();
        });
        return radius.workloads().isEmpty() ? Optional.empty() : Optional.of(radius);
    }

    private static BlastRadius of(WorkloadMap map, Predicate<Workload> takes) {
        List<Workload> reached = map.workloads().stream().filter(takes).toList();
        return new BlastRadius(reached,
                Money.sums(reached.stream().flatMap(workload -> workload.cost().stream()).toList()), map.period());
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

    /// An autoscaler's value is taken by what it scales.
    private static boolean takes(Workload workload, Origin place) {
        DeclaredWorkload declared = workload.manifest();
        return declared != null && (declared.owned().stream().anyMatch(field -> same(field.origin(), place))
                || declared.places().stream().filter(each -> each.role() == ManifestPlace.Role.AUTOSCALER)
                        .flatMap(each -> each.knobs().stream())
                        .anyMatch(knob -> knob.file().equals(place.file()) && knob.document() == place.document()
                                && knob.path().toString().equals(place.path().toString())));
    }

    private static boolean same(Origin one, Origin other) {
        return one.file().equals(other.file()) && one.document() == other.document()
                && one.path().toString().equals(other.path().toString());
    }
}
