package io.plimsoll.analysis.rightsizing;

import java.util.Locale;

/// How the GPUs of a workload, or its slices of GPUs, were used.
///
/// @param gpus        that were alive at the end, slices counted as one each
/// @param days        from the first sample to the last
/// @param idleShare   share of all samples below 5 %, 0..1
/// @param busyHours   hours a day in which a GPU was at 5 % or more, the mean over all
/// @param meanShare   mean of all samples
/// @param highShare   95th percentile of the busiest GPU
/// @param highTotal   95th percentile of the sum over the GPUs: how many full ones the load would fill
/// @param memoryHigh  highest memory of any, in bytes; 0 if it was not measured
/// @param model       as DCGM names it, `NVIDIA A100-SXM4-80GB`; empty if unknown
/// @param profile     of the slice, `2g.20gb`; empty for a whole GPU
public record GpuUse(int gpus, double days, double idleShare, double busyHours, double meanShare, double highShare,
        double highTotal, long memoryHigh, String model, String profile) {
    /// Below this a GPU counts as idle.
    public static final double IDLE = 0.05;

    /// In a sentence.
    public String sentence() {
        return String.format(Locale.ROOT,
                "%d %s idle %.0f %% of the time and busy %.1f hours a day, the 95th percentile is %.0f %%%s.", gpus,
                profile.isEmpty()
                        ? gpus == 1 ? "GPU is" : "GPUs are"
                        : (gpus == 1 ? "slice " : "slices ") + profile + (gpus == 1 ? " is" : " are"),
                100 * idleShare, busyHours, 100 * highShare,
                memoryHigh == 0
                        ? ""
                        : String.format(Locale.ROOT, ", the highest memory %.1f GiB",
                                memoryHigh / (double) (1L << 30)));
    }
}
