package io.plimsoll.analysis.rightsizing;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.WorkloadKey;

/// One step down the fleet's frontier: which workload becomes cheaper, and what all cost and risk afterwards.
///
/// @param saving        what the step saves a month
/// @param addedHours    troubled hours a month that it adds
/// @param monthlyCost   of all workloads after it
/// @param troubledHours of all workloads after it
public record FleetStep(WorkloadKey workload, Size from, Size to, Money saving, double addedHours, Money monthlyCost,
        double troubledHours) {}
