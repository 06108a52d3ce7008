package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;

/// Which workloads own what changed in a slice of the bill: by resource, as the identities of workloads have it.
final class SliceOwners {
    private static final int MOST = 3;
    private static final int BEFORE = 14;
    private static final BigDecimal SMALLEST = new BigDecimal("0.2");

    private SliceOwners() {
    }

    /// Those whose resources hold a fifth of all changes or more, the largest first; at most three.
    static List<Workload> of(Finding finding, Days event, WorkloadMap map, Billing billing,
            Cancellation cancellation) {
        Map<String, BigDecimal> changes = changes(finding, event, billing, cancellation);
        BigDecimal all = changes.values().stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<Workload, BigDecimal> parts = new LinkedHashMap<>();
        for (Workload workload : map.workloads()) {
            BigDecimal part = workload.billed().stream().map(BilledResource::resourceId).distinct()
                    .map(id -> changes.getOrDefault(id, BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add)
                    .abs();
            if (part.signum() > 0 && part.compareTo(all.multiply(SMALLEST)) >= 0) {
                parts.put(workload, part);
            }
        }
        return parts.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).limit(MOST)
                .map(Map.Entry::getKey).toList();
    }

    /// Cost of the finding's days less that of as many mean days of the fortnight before, by resource.
    private static Map<String, BigDecimal> changes(Finding finding, Days event, Billing billing,
            Cancellation cancellation) {
        Map<String, BigDecimal> changes = FindingCost.byResource(finding, event, billing, cancellation);
        LocalDate first = billing.span().orElseThrow().first();
        LocalDate from = event.from().minusDays(BEFORE);
        if (event.from().isAfter(first)) {
            Days before = new Days(from.isBefore(first) ? first : from, event.from().minusDays(1));
            BigDecimal factor = BigDecimal.valueOf(event.count()).divide(BigDecimal.valueOf(before.count()),
                    MathContext.DECIMAL128);
            FindingCost.byResource(finding, before, billing, cancellation).forEach((id, cost) -> changes.merge(id,
                    cost.multiply(factor).negate(), BigDecimal::add));
        }
        changes.remove("");
        return changes;
    }
}
