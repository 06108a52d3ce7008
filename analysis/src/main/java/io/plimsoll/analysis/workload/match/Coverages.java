package io.plimsoll.analysis.workload.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.BlindSpot;
import io.plimsoll.analysis.workload.Coverage;
import io.plimsoll.analysis.workload.Evidence;
import io.plimsoll.analysis.workload.IdentityRule;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.UnmatchedCost;
import io.plimsoll.analysis.workload.Workload;

/// Says how much of the cost of machines has telemetry and a manifest, and who is seen by some sources only.
public final class Coverages {
    private Coverages() {
    }

    /// @param totals  effective cost of machines by currency
    /// @param machines the same by resource id, then currency
    public static Coverage of(List<Workload> workloads, List<UnmatchedCost> unmatched, Map<String, BigDecimal> totals,
            Map<String, Map<String, BigDecimal>> machines) {
        List<Coverage.Share> shares = new ArrayList<>();
        totals.forEach((currency, total) -> shares.add(new Coverage.Share(new Money(total, currency),
                sum(workloads, Workload::hasTelemetry, currency, machines),
                sum(workloads, Workload::hasManifest, currency, machines), rules(workloads, currency, machines),
                blind(workloads, unmatched, currency, machines))));
        return new Coverage(shares,
                unmatched.stream().sorted(Comparator.comparing((UnmatchedCost each) -> each.resource().cost().amount())
                        .reversed()).toList(),
                blindSpots(workloads, unmatched));
    }

    /// Of the measured workloads' machines, by the rule that linked each.
    private static List<Coverage.RuleShare> rules(List<Workload> workloads, String currency,
            Map<String, Map<String, BigDecimal>> machines) {
        Map<IdentityRule, List<BigDecimal>> costs = new EnumMap<>(IdentityRule.class);
        workloads.stream().filter(Workload::hasTelemetry).forEach(each -> each.billed().stream()
                .filter(resource -> resource.cost().currency().equals(currency)).forEach(resource -> {
                    BigDecimal cost = machines.getOrDefault(resource.resourceId(), Map.of()).get(currency);
                    if (cost != null) {
                        costs.computeIfAbsent(rule(each, resource), rule -> new ArrayList<>()).add(cost);
                    }
                }));
        List<Coverage.RuleShare> rules = new ArrayList<>();
        costs.forEach((rule, parts) -> rules.add(new Coverage.RuleShare(rule,
                new Money(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add), currency), parts.size())));
        rules.sort(Comparator.comparing((Coverage.RuleShare each) -> each.cost().amount()).reversed());
        return rules;
    }

    private static List<Coverage.BlindMachine> blind(List<Workload> workloads, List<UnmatchedCost> unmatched,
            String currency, Map<String, Map<String, BigDecimal>> machines) {
        List<Coverage.BlindMachine> blind = new ArrayList<>();
        workloads.stream().filter(each -> !each.hasTelemetry()).forEach(each -> each.billed()
                .forEach(resource -> machine(resource, each.title(), currency, machines).ifPresent(blind::add)));
        unmatched.forEach(each -> machine(each.resource(), "", currency, machines).ifPresent(blind::add));
        blind.sort(Comparator.comparing((Coverage.BlindMachine each) -> each.cost().amount()).reversed()
                .thenComparing(Coverage.BlindMachine::resourceId));
        return blind;
    }

    private static Optional<Coverage.BlindMachine> machine(BilledResource resource, String workload, String currency,
            Map<String, Map<String, BigDecimal>> machines) {
        return Optional.ofNullable(machines.getOrDefault(resource.resourceId(), Map.of()).get(currency))
                .filter(cost -> resource.cost().currency().equals(currency))
                .map(cost -> new Coverage.BlindMachine(resource.resourceId(), resource.name(), workload,
                        new Money(cost, currency)));
    }

    private static IdentityRule rule(Workload workload, BilledResource resource) {
        return workload.evidence().stream()
                .filter(each -> each.side() == Side.BILL && each.taken() && each.item().equals(resource.resourceId()))
                .map(Evidence::rule).findFirst().orElseThrow();
    }

    private static Money sum(List<Workload> workloads, Predicate<Workload> wanted, String currency,
            Map<String, Map<String, BigDecimal>> machines) {
        BigDecimal sum = workloads.stream().filter(wanted).flatMap(each -> each.billed().stream())
                .filter(each -> each.cost().currency().equals(currency))
                .map(each -> machines.getOrDefault(each.resourceId(), Map.of()).getOrDefault(currency, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum, currency);
    }

    /// In Git without telemetry, in the bill without telemetry, measured and not billed.
    private static List<BlindSpot> blindSpots(List<Workload> workloads, List<UnmatchedCost> unmatched) {
        List<BlindSpot> spots = new ArrayList<>();
        workloads.stream().filter(each -> !each.hasTelemetry() || !each.hasBill())
                .forEach(each -> spots.add(new BlindSpot(each.title(), each.key().namespace(), each.hasManifest(),
                        each.hasBill(), each.hasTelemetry(), each.cost())));
        Map<String, List<UnmatchedCost>> byResource = new TreeMap<>();
        unmatched.stream().filter(UnmatchedCost::machine).forEach(
                each -> byResource.computeIfAbsent(each.resource().resourceId(), id -> new ArrayList<>()).add(each));
        byResource.values().forEach(each -> spots.add(new BlindSpot(name(each.getFirst()), "", false, true, false,
                each.stream().map(cost -> cost.resource().cost()).toList())));
        spots.sort(Comparator.comparing(Coverages::largest).reversed().thenComparing(BlindSpot::title));
        return spots;
    }

    private static String name(UnmatchedCost cost) {
        return cost.resource().name().isEmpty() ? cost.resource().resourceId() : cost.resource().name();
    }

    private static BigDecimal largest(BlindSpot spot) {
        return spot.cost().stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
