package io.plimsoll.analysis.rightsizing;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// How one rule did on the telemetry that was held back, over many workloads. Shares in 0..1, `NaN` if nothing was judged.
///
/// @param kind        whose sizes: today's, a strategy's, or the proposals, which the newest data have raised
/// @param strategy    id; empty for the others
/// @param monthlyCost of all requests for 730 h; null where there is no bill
/// @param cores       requested by all replicas
/// @param above       share of replica time that wanted more CPU than requested
/// @param unmet       CPU wanted above the requests, by all CPU wanted
/// @param oomKills    replica-days above the memory limit
/// @param oomPerMonth kills to expect in 730 h
/// @param slack       requested CPU that lay idle, by requested CPU
/// @param breaking    workloads longer above their request than stated, or with an OOM kill
public record LeagueRow(FrontierMark.Kind kind, String strategy, @Nullable Money monthlyCost, double cores,
        double above,
        double unmet, int oomKills, double oomPerMonth, double slack, int breaking) {}
