package io.plimsoll.analysis.rightsizing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

/// What is known of one state of ledger and HEAD; a situation holds all its samples, so that only the last few are kept.
///
/// @param entries    of the ledger that matter here
/// @param head       of the clone, empty without one
/// @param situations by use, oldest first; guarded by itself
record KnownState(int entries, String head, WorkloadMap map, Situations source,
        Map<WorkloadKey, Situation> situations, Map<AdviceQuery, List<WorkloadAdvice>> advices,
        Map<WorkloadKey, WhatIf> sliders, Map<WorkloadKey, LatencyModel> latencies,
        AtomicReference<@Nullable Breaches> breaches) {
    private static final int KEPT_SITUATIONS = 8;

    static KnownState of(int entries, String head, WorkloadMap map, Billing billing, MeasuredUse measured) {
        return new KnownState(entries, head, map, new Situations(billing, measured, map, head),
                new LinkedHashMap<>(KEPT_SITUATIONS, 0.75f, true), new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new AtomicReference<>());
    }

    Situation situation(Workload workload, @Nullable GitRepository repository, Cancellation cancellation) {
        synchronized (situations) {
            Situation known = situations.get(workload.key());
            if (known != null) {
                return known;
            }
        }
        Situation made = source.of(workload, repository, cancellation);
        synchronized (situations) {
            situations.put(workload.key(), made);
            if (situations.size() > KEPT_SITUATIONS) {
                situations.remove(situations.keySet().iterator().next());
            }
        }
        return made;
    }
}
