package io.plimsoll.analysis.rightsizing.scaling;

/// What an autoscaler aims at, with one size of its pods.
///
/// @param podCores  CPU at which a pod is as busy as the target says: request times target; 0 if it does not scale on CPU
/// @param podBytes  the same for memory; 0 if it does not scale on memory
/// @param podLag    messages that may wait for each pod; 0 if it does not scale on a queue
/// @param mostOnLag pods that a queue can bring, its partitions
public record ScalingRule(Autoscaler scaler, double podCores, double podBytes, double podLag, int mostOnLag) {
    /// Kubernetes' preset: within a tenth of the target nothing is changed (`--horizontal-pod-autoscaler-tolerance`).
    static final double TOLERANCE = 0.1;

    /// The number of pods that the metrics ask for, before windows and bounds:
    /// `ceil(pods × metric / target)`, the largest over all metrics.
    ///
    /// @param pods that there are
    int wanted(ScalingHistory history, int at, int pods) {
        int wanted = 0;
        if (podCores > 0) {
            wanted = Math.max(wanted, wanted(history.cores()[at] / podCores, pods));
        }
        if (podBytes > 0) {
            wanted = Math.max(wanted, wanted(history.bytes()[at] / podBytes, pods));
        }
        if (podLag > 0) {
            wanted = Math.max(wanted, Math.min(mostOnLag, wanted(history.lag()[at] / podLag, pods)));
        }
        return wanted;
    }

    /// @param exact pods that would be busy exactly as the target says
    private static int wanted(double exact, int pods) {
        return Math.abs(exact / pods - 1) <= TOLERANCE + 1e-9 ? pods : (int) Math.ceil(exact - 1e-9);
    }
}
