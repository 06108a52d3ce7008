package io.plimsoll.analysis.rightsizing;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// What the sliders lead to.
///
/// @param monthlyCost   of the requests, for 730 h, at the workload's billed rates
/// @param replay        the size held against all the telemetry
/// @param violationLow  lower end of the 80 % range of the share of time above the request, in 0..1
/// @param violationHigh upper end
/// @param nodes         effect on the nodes; null where no pods or node types are known
/// @param savings       list, effective and cash; null without a bill
/// @param spot          what the share of spot does; null if there is none
public record WhatIfAnswer(Money monthlyCost, ReplayResult replay, double violationLow, double violationHigh,
        @Nullable NodeEffect nodes, @Nullable Savings savings, @Nullable SpotEffect spot) {
    /// Without nodes, bill and spot.
    public WhatIfAnswer(Money monthlyCost, ReplayResult replay, double violationLow, double violationHigh) {
        this(monthlyCost, replay, violationLow, violationHigh, null, null, null);
    }
}
