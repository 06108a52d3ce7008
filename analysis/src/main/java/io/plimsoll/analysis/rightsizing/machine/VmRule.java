package io.plimsoll.analysis.rightsizing.machine;

import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.Robust;

/// How much machine is needed for what was used.
///
/// @param cpuPercentile in 0..1, of the CPU samples
/// @param cpuTarget     highest share of the processors that the percentile may take
/// @param memoryTarget  highest share of the memory that the highest sample may take
public record VmRule(double cpuPercentile, double cpuTarget, double memoryTarget) {
    /// P99.5 at 80 % and the highest memory at 85 %, close to AWS Compute Optimizer's default headroom (20 % and 20 %).
    public static final VmRule USUAL = new VmRule(0.995, 0.80, 0.85);

    /// What `usage` needs; `NaN` for a resource that was not measured. The busiest replica counts.
    public VmNeed need(Usage usage) {
        double cpu = usage.replicas().stream().filter(each -> each.cpu().length() > 0)
                .mapToDouble(each -> Robust.quantile(each.cpu().values(), cpuPercentile)).max().orElse(Double.NaN);
        double memory = Robust.quantile(usage.memoryValues(), 1);
        return new VmNeed(cpu / cpuTarget, memory / memoryTarget / (1L << 30));
    }
}
