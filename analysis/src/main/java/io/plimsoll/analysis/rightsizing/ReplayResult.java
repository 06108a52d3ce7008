package io.plimsoll.analysis.rightsizing;

/// What would have happened with a size. Shares in 0..1; `NaN` where nothing was measured or nothing is requested.
///
/// @param cpuSamples     how many CPU samples were replayed
/// @param violationShare share of samples that wanted more CPU than the request
/// @param violationBound upper 95 % Clopper-Pearson bound of that share, an hour counting as one observation
/// @param throttledShare share of samples above the limit; without a limit above the request, as on a full node
/// @param unmetShare     CPU wanted above the request, by all CPU wanted
/// @param oomKills       replica-days with at least one memory sample above the limit (without one: the request)
/// @param oomPerMonth    kills to expect in 730 h of all replicas: the larger of those seen and a Gumbel tail of daily peaks
/// @param cpuSlack       requested CPU that lay idle, by requested CPU
/// @param memorySlack    the same for memory
public record ReplayResult(int cpuSamples, double violationShare, double violationBound, double throttledShare,
        double unmetShare, int oomKills, double oomPerMonth, double cpuSlack, double memorySlack) {
    /// The same where a day of the telemetry stands for what happens `perDay` times a day.
    ReplayResult often(double perDay) {
        return new ReplayResult(cpuSamples, violationShare, violationBound, throttledShare, unmetShare, oomKills,
                oomPerMonth * perDay, cpuSlack, memorySlack);
    }
}
