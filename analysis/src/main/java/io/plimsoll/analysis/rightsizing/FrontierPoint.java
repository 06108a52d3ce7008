package io.plimsoll.analysis.rightsizing;

import io.plimsoll.analysis.unit.Money;

/// One size with what it costs and what it risks.
///
/// @param monthlyCost   of the requests for 730 h; a proportion without a bill
/// @param replay        the size held against the part held back
/// @param troubledHours hours a month in trouble: those in which a replica wants more CPU than its request (mean over the
///                      replicas), and one hour for each OOM kill to expect, to a hundredth; `NaN` where nothing is requested of what was measured
public record FrontierPoint(Size size, Money monthlyCost, ReplayResult replay, double troubledHours) {
    /// Hours that one OOM kill counts: the restart, and the work that was lost.
    public static final double HOURS_A_KILL = 1;
}
