package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;

/// Who owns a finding's slice of the bill. A workload owns a part of it if the slice has charges of its resources, in the fortnight
/// before the finding or on its days, or if the slice or something in it is called like the workload: not every bill tells its
/// resources apart.
///
/// @param owners  in the order of the map
/// @param before  what the whole slice cost in the fortnight before, as far as it is loaded
/// @param changes what its resources changed by, each without its sign; charges that name no resource count as one
record SliceOwners(List<Owner> owners, BigDecimal before, BigDecimal changes) {
    private static final int BEFORE = 14;
    private static final int MOST = 3;
    private static final BigDecimal SMALLEST = new BigDecimal("0.2");

    /// A workload and its part of a slice.
    ///
    /// @param named   whether the slice or something in it is called like the workload
    /// @param charged whether the slice has charges of the workload's resources
    /// @param before  what these cost in the fortnight before
    /// @param change  what they cost on the finding's days, less as many mean days of the fortnight before
    record Owner(Workload workload, boolean named, boolean charged, BigDecimal before, BigDecimal change) {}

    /// The days whose charges say who owns a slice; the map that is asked has to know their resources.
    static Days days(Finding finding) {
        return new Days(finding.start().minusDays(BEFORE), finding.end());
    }

    static SliceOwners of(Finding finding, WorkloadMap map, Billing billing, Cancellation cancellation) {
        Days event = new Days(finding.start(), finding.end());
        Days fortnight = new Days(event.from().minusDays(BEFORE), event.from().minusDays(1));
        Map<String, BigDecimal> past = FindingCost.byResource(finding, fortnight, billing, cancellation);
        Map<String, BigDecimal> changes = FindingCost.byResource(finding, event, billing, cancellation);
        BigDecimal factor = factor(event, billing);
        past.forEach((id, cost) -> changes.merge(id, cost.multiply(factor).negate(), BigDecimal::add));
        Set<String> names = lowerCase(names(finding).stream());
        List<Owner> owners = new ArrayList<>();
        for (Workload workload : map.workloads()) {
            List<String> ids = workload.billed().stream().map(BilledResource::resourceId).distinct()
                    .filter(changes::containsKey).toList();
            boolean named = isCalled(workload, names);
            if (named || !ids.isEmpty()) {
                owners.add(new Owner(workload, named, !ids.isEmpty(), sum(ids, past), sum(ids, changes)));
            }
        }
        return new SliceOwners(List.copyOf(owners), sum(past.keySet(), past),
                changes.values().stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /// Those that hold a fifth of all changes or more, the largest first, then those that are only named; at most three.
    List<Workload> ofChange() {
        return owners.stream().filter(this::holdsChange)
                .sorted(Comparator.comparing((Owner each) -> each.change().abs()).reversed()).limit(MOST)
                .map(Owner::workload).toList();
    }

    private boolean holdsChange(Owner owner) {
        return owner.charged()
                ? owner.change().signum() != 0 && owner.change().abs().compareTo(changes.multiply(SMALLEST)) >= 0
                : owner.named();
    }

    /// What the slice and everything in it is called.
    static Set<String> names(Anomaly anomaly) {
        Set<String> names = new TreeSet<>(anomaly.key().dimensions().values());
        if (anomaly instanceof Finding finding) {
            finding.covers().forEach(covered -> names.addAll(covered.dimensions().values()));
        }
        return names;
    }

    /// As [#isCalled] asks for them; without blanks around them.
    static Set<String> lowerCase(Stream<String> names) {
        return names.map(each -> each.toLowerCase(Locale.ROOT).strip()).filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
    }

    /// @param names in lower case
    static boolean isCalled(Workload workload, Set<String> names) {
        return Stream.of(workload.key().name(), workload.title(),
                workload.key().namespace() + "/" + workload.key().name())
                .anyMatch(each -> names.contains(each.toLowerCase(Locale.ROOT)));
    }

    /// Days of the event for each loaded day of the fortnight before; of no matter if the bill starts with the event.
    private static BigDecimal factor(Days event, Billing billing) {
        LocalDate first = billing.span().orElseThrow().first();
        LocalDate from = event.from().minusDays(BEFORE);
        long loaded = ChronoUnit.DAYS.between(from.isBefore(first) ? first : from, event.from());
        return BigDecimal.valueOf(event.count()).divide(BigDecimal.valueOf(Math.max(1, loaded)),
                MathContext.DECIMAL128);
    }

    private static BigDecimal sum(Collection<String> ids, Map<String, BigDecimal> costs) {
        return ids.stream().map(id -> costs.getOrDefault(id, BigDecimal.ZERO)).reduce(BigDecimal.ZERO,
                BigDecimal::add);
    }
}
