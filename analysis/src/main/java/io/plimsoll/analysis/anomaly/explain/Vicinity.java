package io.plimsoll.analysis.anomaly.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.Surroundings;
import io.plimsoll.analysis.anomaly.around.Driver;
import io.plimsoll.analysis.anomaly.around.Drivers;
import io.plimsoll.analysis.anomaly.around.MeasuredHours;
import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.analysis.workload.Workloads;

/// Asks telemetry and Git what else happened to the workloads behind a finding.
final class Vicinity {
    private static final int BEFORE = 28;

    private final Billing billing;
    private final Workloads workloads;
    private final WorkspaceClone clone;

    Vicinity(Billing billing, Workloads workloads, WorkspaceClone clone) {
        this.billing = billing;
        this.workloads = workloads;
        this.clone = clone;
    }

    Surroundings of(FindingDetail detail, Cancellation cancellation) {
        Finding finding = detail.finding();
        Days event = new Days(finding.start(), finding.end());
        LocalDate first = billing.span().orElseThrow().first();
        LocalDate from = finding.start().minusDays(BEFORE);
        Days all = new Days(from.isBefore(first) ? first : from, event.to());
        List<Workload> owners = SliceOwners.of(finding, map(all, cancellation), billing, cancellation).ofChange();
        Neighbourhood near = Neighbourhood.of(owners, workloads, midnight(event.from()),
                midnight(event.to().plusDays(1)), cancellation);
        FindingCost cost = new FindingCost(finding, all, billing, cancellation);
        List<LocalDate> counted = cost.counted();
        List<LocalDate> before = all.from().datesUntil(event.from()).toList();
        Optional<DriverCost> driven = before.isEmpty()
                ? Optional.empty()
                : DriverCost.of(drivers(detail, owners, event, all, cancellation), cost, before, counted);
        return new Surroundings(owners.stream().map(Workload::title).toList(), near.neighbours(), near.note(owners),
                driven.map(each -> each.counterfactual(cost, counted, finding.impact().currency())).orElse(null),
                driven.flatMap(each -> each.breakdown(cost, before, counted)).orElse(null));
    }

    WorkloadMap map(Days days, Cancellation cancellation) {
        return workloads.owners(ManifestIndex.ofHead(clone, cancellation), days, cancellation);
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// Only one workload's replicas can drive the whole slice: with several, none is taken from telemetry.
    private List<Driver> drivers(FindingDetail detail, List<Workload> owners, Days event, Days all,
            Cancellation cancellation) {
        List<Driver> drivers = new ArrayList<>();
        if (owners.size() == 1) {
            MeasuredHours.of(owners.getFirst(), workloads, midnight(all.from()), 24 * all.count(), cancellation)
                    .stream().filter(each -> each.measure() == Measure.REPLICAS).limit(1)
                    .forEach(each -> drivers.addAll(Drivers.counted(each, all.from(), event)));
        }
        Set<String> known = new TreeSet<>(detail.finding().key().dimensions().values());
        for (Workload each : owners) {
            known.add(each.key().name());
            DeclaredWorkload declared = each.manifest();
            if (declared != null) {
                declared.places().forEach(place -> known.add(place.file()));
            }
        }
        Map<String, CommitFact> facts = new LinkedHashMap<>();
        detail.facts().forEach(each -> facts.put(each.id(), each));
        List<CommitFact> likeliest = detail.commits().stream()
                .flatMap(each -> Optional.ofNullable(facts.get(each.id())).stream()).toList();
        drivers.addAll(Drivers.committed(likeliest, known, event, all));
        return drivers;
    }
}
