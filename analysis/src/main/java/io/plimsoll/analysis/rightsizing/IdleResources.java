package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.rightsizing.current.MeasuredUse;
import io.plimsoll.analysis.rightsizing.idle.IdleFacts;
import io.plimsoll.analysis.rightsizing.idle.IdleRule;
import io.plimsoll.analysis.rightsizing.idle.IdleRules;
import io.plimsoll.analysis.rightsizing.idle.IdleSources;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.analysis.workload.Workloads;

/// What is paid for and does nothing, by bill, telemetry and Git together. Safe from any thread.
public final class IdleResources {
    private final Workloads workloads;
    private final WorkspaceClone clone;
    private final IdleSources sources;

    public IdleResources(Billing billing, Telemetry telemetry, Workloads workloads, WorkspaceClone clone) {
        this.workloads = workloads;
        this.clone = clone;
        this.sources = new IdleSources(billing, telemetry, new MeasuredUse(telemetry, workloads));
    }

    /// How each rule decides.
    public static List<String> explanations() {
        return IdleRules.all().stream().map(IdleRule::explanation).toList();
    }

    /// All that is found in the last 30 complete days of the bill, the largest monthly cost first. Nothing is kept: it is read anew.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure what `WorkspaceClone.openIfThere` refuses
    public IdleReport idle(Cancellation cancellation) {
        WorkloadMap map = workloads.map(ManifestIndex.ofHead(clone, cancellation), cancellation);
        Days period = map.period();
        if (period == null) {
            return new IdleReport(null, List.of(), List.of());
        }
        IdleFacts facts = sources.facts(map, period, cancellation);
        List<IdleFinding> found = new ArrayList<>();
        List<UndecidedResources> undecided = new ArrayList<>();
        for (IdleRule rule : IdleRules.all()) {
            cancellation.check();
            rule.find(facts).stream().filter(each -> each.cost().map(Money::signum).orElse(1) > 0)
                    .forEach(each -> found.add(declared(each, map)));
            rule.undecided(facts).ifPresent(undecided::add);
        }
        found.sort(Comparator.comparing((IdleFinding each) -> each.cost().map(Money::amount).orElse(null),
                Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(IdleFinding::kind)
                .thenComparing(IdleFinding::resourceId));
        return new IdleReport(period, found, undecided);
    }

    /// What Git still asks for comes back after it was deleted by hand.
    private static IdleFinding declared(IdleFinding finding, WorkloadMap map) {
        Optional<Workload> owner = map.workloads().stream().filter(each -> each.hasManifest() && each.billed().stream()
                .anyMatch(billed -> billed.resourceId().equals(finding.resourceId()))).findFirst();
        return owner.map(each -> new IdleFinding(finding.kind(), finding.resourceId(), finding.name(), finding.region(),
                finding.monthlyCost(), finding.evidence() + " Git declares its workload " + each.title() + ".",
                finding.rows(), finding.certainty(), finding.remedy() + " Change it in Git first.")).orElse(finding);
    }
}
