package io.plimsoll.analysis.rightsizing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.current.MeasuredUse;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.current.Situations;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;

/// What is known of one state of ledger and HEAD. A situation holds all its samples and advice on a fleet some kilobytes a workload,
/// so that only what was asked for last is kept.
///
/// @param entries    of the ledger that matter here
/// @param head       of the clone, empty without one
record KnownState(int entries, String head, WorkloadMap map, Situations source,
        Map<WorkloadKey, Situation> situations, Map<AdviceQuery, List<WorkloadAdvice>> advices,
        Map<WorkloadKey, WhatIf> sliders, Map<WorkloadKey, LatencyModel> latencies,
        AtomicReference<@Nullable Breaches> breaches) {
    private static final int KEPT_SITUATIONS = 8;
    private static final int KEPT_SLIDERS = 32;
    private static final int KEPT_ADVICES = 4;

    static KnownState of(int entries, String head, WorkloadMap map, Billing billing, MeasuredUse measured) {
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

    Situation situation(Workload workload, @Nullable GitRepository repository, Cancellation cancellation) {
        Situation known = situations.get(workload.key());
        if (known != null) {
            return known;
        }
        Situation made = source.of(workload, repository, cancellation);
        situations.put(workload.key(), made);
        return made;
    }
}
