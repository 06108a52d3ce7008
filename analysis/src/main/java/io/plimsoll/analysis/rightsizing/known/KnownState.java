package io.plimsoll.analysis.rightsizing.known;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.Breaches;
import io.plimsoll.analysis.rightsizing.LatencyModel;
import io.plimsoll.analysis.rightsizing.WhatIf;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.rightsizing.current.MeasuredUse;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.current.Situations;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;

/// What is known of one state of ledger and HEAD. A situation holds all its samples and advice on a fleet some kilobytes a workload,
/// so that only what was asked for last is kept.
///
/// @param entries    of the ledger that matter here
/// @param head       of the clone, empty without one
public record KnownState(int entries, String head, WorkloadMap map, Situations source,
        Map<WorkloadKey, Situation> situations, Map<AdviceQuery, List<WorkloadAdvice>> advices,
        Map<WorkloadKey, WhatIf> sliders, Map<WorkloadKey, LatencyModel> latencies,
        AtomicReference<@Nullable Breaches> breaches) {
    private static final int KEPT_SITUATIONS = 8;
    private static final int KEPT_SLIDERS = 32;
    private static final int KEPT_ADVICES = 4;

    public static KnownState of(int entries, String head, WorkloadMap map, Billing billing, MeasuredUse measured) {
        return new KnownState(entries, head, map, new Situations(billing, measured, map, head),
                recent(KEPT_SITUATIONS), recent(KEPT_ADVICES), recent(KEPT_SLIDERS),
                recent(KEPT_SLIDERS), new AtomicReference<>());
    }

    /// Forgets what was not asked for the longest. Safe from any thread.
    private static <K, V> Map<K, V> recent(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(most, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    /// By name, key or, where only one has it, title.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public Workload find(String name) {
        return map.find(name).or(() -> {
            List<Workload> titled = map.workloads().stream().filter(each -> each.title().equals(name)).toList();
            return titled.size() == 1 ? Optional.of(titled.getFirst()) : Optional.empty();
        }).orElseThrow(() -> StepFailure.wrongUsage("WORKLOAD_UNKNOWN", "No single workload is called " + name + ".",
                "Name it as namespace/name; plimsoll workloads lists them."));
    }

    /// As `find`, of what has a size.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN, MACHINE
    public Workload pods(String name) {
        Workload found = find(name);
        if (found.key().kind().equals(WorkloadKey.MACHINE)) {
            throw machine(name);
        }
        return found;
    }

    public static StepFailure machine(String workload) {
        return StepFailure.wrongUsage("MACHINE", workload + " is a machine; it has a type, not a size.",
                "Look at the advice: it names the type.");
    }

    public Situation situation(Workload workload, @Nullable GitRepository repository, Cancellation cancellation) {
        Situation known = situations.get(workload.key());
        if (known != null) {
            return known;
        }
        Situation made = source.of(workload, repository, cancellation);
        situations.put(workload.key(), made);
        return made;
    }
}
