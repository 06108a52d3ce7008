package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.cause.Spans;
import io.plimsoll.analysis.anomaly.cause.Suspect;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.analysis.workload.Workloads;

/// Which workloads a commit may have moved a finding or a signal by: those that own a part of the slice ([SliceOwners]), or that what was
/// measured is called like. Only workloads that the clone declares count.
final class Suspects {
    private static final double LITTLE = 0.05;

    private final Workloads workloads;
    private final Billing billing;

    Suspects(Workloads workloads, Billing billing) {
        this.workloads = workloads;
        this.billing = billing;
    }

    /// A workload and what part of the slice it was.
    record Involved(Workload workload, Suspect suspect) {}

    /// The largest first.
    List<Involved> of(Finding finding, ManifestIndex manifests, Cancellation cancellation) {
        WorkloadMap map = workloads.owners(manifests, SliceOwners.days(finding), cancellation);
        SliceOwners slice = SliceOwners.of(finding, map, billing, cancellation);
        return slice.owners().stream().filter(each -> each.workload().hasManifest())
                .map(each -> involved(each.workload(), share(each, slice.before())))
                .sorted(Comparator.comparingDouble((Involved each) -> each.suspect().share()).reversed()).toList();
    }

    /// Of one that is new in the slice, or whose resources the bill does not tell apart, no part is known.
    private static double share(SliceOwners.Owner owner, BigDecimal before) {
        double own = owner.before().doubleValue();
        double total = before.doubleValue();
        return own <= 0 || total <= 0 ? (owner.named() ? 1 : LITTLE) : Math.min(1, own / total);
    }

    /// Of something measured, by its names alone.
    List<Involved> of(Signal signal, ManifestIndex manifests, Cancellation cancellation) {
        Set<String> names = SliceOwners.lowerCase(signal.key().dimensions().values().stream()
                .flatMap(value -> Stream.of(value, value.substring(value.lastIndexOf('/') + 1))));
        return workloads.map(manifests, null, cancellation).workloads().stream()
                .filter(each -> each.manifest() != null && SliceOwners.isCalled(each, names))
                .map(each -> involved(each, 1))
                .toList();
    }

    private static Involved involved(Workload workload, double share) {
        return new Involved(workload,
                new Suspect(Spans.of(Objects.requireNonNull(workload.manifest())), share));
    }
}
