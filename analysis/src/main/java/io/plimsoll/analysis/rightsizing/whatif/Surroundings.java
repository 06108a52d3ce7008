package io.plimsoll.analysis.rightsizing.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CommitmentTerm;
import io.plimsoll.analysis.billing.CommitmentUse;
import io.plimsoll.analysis.billing.PriceQuery;
import io.plimsoll.analysis.billing.PurchaseOption;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.BilledCost;
import io.plimsoll.analysis.rightsizing.Savings;
import io.plimsoll.analysis.rightsizing.SpotTerms;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.rightsizing.WhatIf;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.rightsizing.cash.CommitmentReplay;
import io.plimsoll.analysis.rightsizing.cash.FreedUsage;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.node.NodePool;
import io.plimsoll.analysis.rightsizing.node.NodePools;
import io.plimsoll.analysis.rightsizing.node.PodCensus;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;

/// What lies around a workload: the nodes that it shares, the commitments that cover them, spot capacity. What all workloads need is read
/// once a map. Safe from any thread.
public final class Surroundings {
    private static final int AT_ONCE = 200;

    private final Billing billing;
    private final Telemetry telemetry;
    private @Nullable Known known;
    private @Nullable NodePools pools;
    private @Nullable WorkloadMap pooled;

    public Surroundings(Billing billing, Telemetry telemetry) {
        this.billing = billing;
        this.telemetry = telemetry;
    }

    /// All of it for the sliders of a workload.
    public WhatIf.Around around(WorkloadMap map, Situation situation, @Nullable GitRepository clone, String head,
            Cancellation cancellation) {
        Workload workload = situation.workload();
        NodePool nodes = pools(map, clone, head, cancellation).of(workload, situation.current()).orElse(null);
        FreedUsage charges = charges(map, situation, cancellation).orElse(null);
        BilledCost cost = situation.cost();
        SpotTerms terms = spot(map, nodes == null ? null : nodes.present().type(), workload.billed().stream()
                .map(BilledResource::regionId).filter(region -> !region.isEmpty()).findFirst().orElse(""),
                cancellation);
        return new WhatIf.Around(workload.key().toString(), nodes, charges, charges == null || cost == null
                ? null
                : replay(map, List.of(charges), cost.effective().currency(), cancellation),
                new SpotRule(terms, situation.declared().kind()));
    }

    /// The charges of a workload over the days that its cost is taken from; empty without a bill in one currency.
    private Optional<FreedUsage> charges(WorkloadMap map, Situation situation, Cancellation cancellation) {
        BilledCost cost = situation.cost();
        CommitmentUse use = known(map, cancellation).use;
        if (cost == null || use == null) {
            return Optional.empty();
        }
        List<CommitmentUse.Charged> charges = billing.commitments()
                .charges(use, cost.days(), ids(Stream.of(situation.workload())), cancellation).stream()
                .filter(each -> each.currency().equals(cost.effective().currency())).toList();
        return Optional.of(new FreedUsage(charges, cost.days(), BigDecimal.ZERO));
    }

    /// What each advice saves by itself, of those that the bill prices; some hundred workloads a question to the bill.
    public Map<WorkloadKey, Savings> savings(WorkloadMap map, List<WorkloadAdvice> advices, Cancellation cancellation) {
        Map<WorkloadKey, Savings> found = new LinkedHashMap<>();
        for (int from = 0; from < advices.size(); from += AT_ONCE) {
            savings(map, advices.subList(from, Math.min(advices.size(), from + AT_ONCE)), found, cancellation);
        }
        return found;
    }

    private void savings(WorkloadMap map, List<WorkloadAdvice> advices, Map<WorkloadKey, Savings> found,
            Cancellation cancellation) {
        CommitmentUse use = known(map, cancellation).use;
        Days period = map.period();
        if (use == null || period == null) {
            return;
        }
        Map<String, List<CommitmentUse.Charged>> byResource = billing.commitments()
                .charges(use, period, ids(advices.stream().map(WorkloadAdvice::workload)), cancellation).stream()
                .collect(Collectors.groupingBy(CommitmentUse.Charged::resourceId));
        for (WorkloadAdvice each : advices) {
            cancellation.check();
            Money now = each.monthlyNow();
            Money saving = each.monthlySaving();
            BilledCost cost = each.cost();
            if (now != null && saving != null && cost != null && now.signum() != 0) {
                List<CommitmentUse.Charged> charges = ids(Stream.of(each.workload())).stream()
                        .flatMap(id -> byResource.getOrDefault(id, List.of()).stream())
                        .filter(charge -> charge.currency().equals(now.currency()) && within(charge, cost.days()))
                        .toList();
                FreedUsage usage = new FreedUsage(charges, cost.days(),
                        saving.amount().divide(now.amount(), MathContext.DECIMAL128));
                found.put(each.workload().key(),
                        replay(map, List.of(usage), now.currency(), cancellation).savings(List.of(usage)));
            }
        }
    }

    private static Set<String> ids(Stream<Workload> workloads) {
        return workloads.flatMap(each -> each.billed().stream()).map(BilledResource::resourceId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean within(CommitmentUse.Charged charge, Days days) {
        return days.contains(LocalDate.ofInstant(Instant.ofEpochSecond(charge.slot()), ZoneOffset.UTC));
    }

    /// For changes of all of these.
    public CommitmentReplay replay(WorkloadMap map, List<FreedUsage> usages, String currency,
            Cancellation cancellation) {
        Known now = known(map, cancellation);
        CommitmentUse use = now.use;
        Set<String> wanted = usages.stream().flatMap(each -> each.charges().stream())
                .map(CommitmentUse.Charged::commitment).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        return new CommitmentReplay(
                use == null ? new CommitmentUse(24, List.of(), List.of(), List.of()) : use, now.terms, wanted,
                currency);
    }

    /// Of the bill's own spot rows, else of the price catalogue for that type, else assumed.
    private SpotTerms spot(WorkloadMap map, @Nullable VmType type, String region, Cancellation cancellation) {
        Days period = map.period();
        BigDecimal billed = known(map, cancellation).spot;
        if (period != null && billed != null) {
            return terms(billed.doubleValue(),
                    "the bill's own spot capacity, " + period.from() + " to " + period.to());
        }
        return type == null || period == null
                ? SpotRule.ASSUMED
                : listed(type, region, period.to()).map(each -> terms(each, "the price catalogue for " + type.name()))
                        .orElse(SpotRule.ASSUMED);
    }

    private Optional<Double> listed(VmType type, String region, LocalDate day) {
        Money demand = type.pricePerHour();
        return demand.signum() <= 0
                ? Optional.empty()
                : billing.prices().find(
                        new PriceQuery(type.provider(), region, type.name(), PurchaseOption.SPOT, day))
                        .filter(price -> price.price().currency().equals(demand.currency()))
                        .map(price -> BigDecimal.ONE
                                .subtract(price.price().amount().divide(demand.amount(), MathContext.DECIMAL64))
                                .doubleValue());
    }

    private static SpotTerms terms(double discount, String source) {
        return new SpotTerms(Math.clamp(discount, 0, 0.99), SpotRule.ASSUMED.interruptions(),
                SpotRule.ASSUMED.redoneHours(), false, source);
    }

    private synchronized NodePools pools(WorkloadMap map, @Nullable GitRepository clone, String head,
            Cancellation cancellation) {
        NodePools kept = pools;
        if (kept == null || pooled != map) {
            kept = new NodePools(PodCensus.of(map, telemetry, cancellation), billing.prices(), clone, head,
                    cancellation);
            pools = kept;
            pooled = map;
        }
        return kept;
    }

    private synchronized Known known(WorkloadMap map, Cancellation cancellation) {
        Known kept = known;
        if (kept != null && kept.map == map) {
            return kept;
        }
        Days period = map.period();
        Known made = new Known(map,
                period == null ? null : billing.commitments().use(period, cancellation),
                period == null ? List.of() : billing.commitments().terms(cancellation),
                period == null ? null : billing.commitments().spotDiscount(period, cancellation).orElse(null));
        known = made;
        return made;
    }

    /// @param use  of the map's period, null without a bill
    /// @param spot discount of the bill's own spot charges, null without any
    private record Known(WorkloadMap map, @Nullable CommitmentUse use, List<CommitmentTerm> terms,
            @Nullable BigDecimal spot) {}
}
