package io.plimsoll.analysis.rightsizing;

/// What may still happen with a size, given how little was replayed: upper 95 % bounds, and what would follow a kill. `NaN` where
/// nothing was measured or nothing is requested.
///
/// @param violations       of the share of samples above the request, as in `ReplayResult`
/// @param throttled        of the share above the limit; both Clopper-Pearson, an hour counting as one observation
/// @param unmet            of CPU wanted above the request, by all CPU wanted: whole days drawn anew (Efron and Tibshirani 1993, chapters 8
///                         and 13). `NaN` also with fewer than five days, or where nothing was unmet: then there is nothing to draw
/// @param oomPerMonth      of kills in 730 h of all replicas: Clopper-Pearson, a replica-day being one observation; without a kill the rule of
///                         three
/// @param oomPerDayBumped  kills a replica-day if a killed replica came back with 100 MiB or a fifth more, as VPA has it; no bound
public record RiskBounds(double violations, double throttled, double unmet, double oomPerMonth,
        double oomPerDayBumped) {
    /// The same where a day of the telemetry stands for what happens `perDay` times a day.
    RiskBounds often(double perDay) {
        return new RiskBounds(violations, throttled, unmet, oomPerMonth * perDay, oomPerDayBumped * perDay);
    }
}
