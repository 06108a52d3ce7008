package io.plimsoll.analysis.observability;

import java.util.List;

import io.plimsoll.analysis.billing.TelemetrySignal;
import io.plimsoll.analysis.unit.Money;

/// A workload that gathers, keeps or shows telemetry, and its part of the machines that it runs on.
///
/// @param workload `namespace/name`
/// @param program  what it is
/// @param certain  false where only a name points to it
/// @param how      by what it was told, in words
/// @param cost     its part of machines by what it claims, over `days`, one amount a currency; none where that isn't known
/// @param days     of the allocation, 0 without one
public record AgentCost(String workload, String program, TelemetrySignal signal, boolean certain, String how,
        List<Money> cost, int days) {
    public AgentCost {
        cost = List.copyOf(cost);
    }
}
