package io.plimsoll.analysis.rightsizing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// All strategies over all workloads that have telemetry and are billed in one currency.
///
/// @param currency  null for those without a bill: their costs are not known and can't be added
/// @param workloads how many
/// @param risk      the stated share of time above the request, in 0..1
/// @param rows      what is set now, each strategy by its own rule, and what is proposed, in this order
public record League(@Nullable String currency, int workloads, double risk, List<LeagueRow> rows) {
    public League {
        rows = List.copyOf(rows);
    }
}
