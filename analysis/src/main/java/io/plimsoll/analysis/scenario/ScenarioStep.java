package io.plimsoll.analysis.scenario;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.WhatIfInput;

/// What one workload shall get.
///
/// @param workload key of the workload as text, `WorkloadKey.toString`
/// @param wanted   size, replicas, growth, share of spot and node type
/// @param note     the user's words, may be empty
/// @param when     planned day, null for as soon as possible
public record ScenarioStep(String workload, WhatIfInput wanted, String note, @Nullable LocalDate when) {
    public ScenarioStep {
        if (workload.isBlank()) {
            throw new IllegalArgumentException("A step is for a workload.");
        }
    }
}
