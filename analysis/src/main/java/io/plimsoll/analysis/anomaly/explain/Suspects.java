package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.cause.Spans;
import io.plimsoll.analysis.anomaly.cause.Suspect;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.analysis.workload.Workloads;

/// Which workloads a finding or a signal may be about: those of whose resources the slice has charges, and those that the slice is
/// called like. Only workloads that the clone declares count.
final class Suspects {
    private static final int BEFORE = 14;
    private static final int AFTER = 3;

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
        Days days = new Days(finding.start().minusDays(BEFORE), finding.start().plusDays(AFTER));
        WorkloadMap map = workloads.map(manifests, days, cancellation);
        LocalDate eve = finding.start().minusDays(1);
        Map<String, BigDecimal> past = FindingCost.byResource(finding, new Days(days.from(), eve), billing,
                cancellation);
        Set<String> charged = new HashSet<>(past.keySet());
        charged.addAll(FindingCost.byResource(finding, days, billing, cancellation).keySet());
        double total = past.values().stream().mapToDouble(BigDecimal::doubleValue).sum();
        Set<String> names = plain(names(finding).stream());
        List<Involved> found = new ArrayList<>();
        for (Workload workload : map.workloads()) {
            Set<String> ids = workload.billed().stream().map(each -> each.resourceId()).filter(charged::contains)
                    .collect(Collectors.toSet());
            boolean named = isCalled(workload, names);
            if (workload.manifest() != null && (named || !ids.isEmpty())) {
                double own = ids.stream().mapToDouble(id -> past.getOrDefault(id, BigDecimal.ZERO).doubleValue()).sum();
                // Of one that is new in the slice, or whose resources the bill does not tell apart, no part is known.
                double share = own <= 0 || total <= 0 ? (named ? 1 : 0.05) : Math.min(1, own / total);
                found.add(involved(workload, share));
            }
        }
        found.sort(Comparator.comparingDouble((Involved each) -> each.suspect().share()).reversed());
        return found;
    }

    /// Of something measured, by its names alone.
    List<Involved> of(Signal signal, ManifestIndex manifests, Cancellation cancellation) {
        Set<String> names = plain(signal.key().dimensions().values().stream()
                .flatMap(value -> Stream.of(value, value.substring(value.lastIndexOf('/') + 1))));
        return workloads.map(manifests, null, cancellation).workloads().stream()
                .filter(each -> each.manifest() != null && isCalled(each, names)).map(each -> involved(each, 1))
                .toList();
    }

    private static Involved involved(Workload workload, double share) {
        return new Involved(workload,
                new Suspect(Spans.of(Objects.requireNonNull(workload.manifest())), share));
    }

    /// What the slice and everything in it is called.
    static Set<String> names(Anomaly anomaly) {
        Set<String> names = new TreeSet<>(anomaly.key().dimensions().values());
        if (anomaly instanceof Finding finding) {
            finding.covers().forEach(covered -> names.addAll(covered.dimensions().values()));
        }
        return names;
    }

    private static Set<String> plain(Stream<String> names) {
        return names.map(each -> each.toLowerCase(Locale.ROOT).strip()).filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean isCalled(Workload workload, Set<String> names) {
        return Stream.of(workload.key().name(), workload.title(),
                workload.key().namespace() + "/" + workload.key().name())
                .anyMatch(each -> names.contains(each.toLowerCase(Locale.ROOT)));
    }
}
