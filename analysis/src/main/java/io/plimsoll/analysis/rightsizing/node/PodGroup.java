package io.plimsoll.analysis.rightsizing.node;

import io.plimsoll.analysis.rightsizing.Size;

/// Equal pods.
///
/// @param workload  whose, for people
/// @param cpuMillis requested, in thousandths of a core
/// @param memory    requested, in bytes
/// @param count     how many
public record PodGroup(String workload, long cpuMillis, long memory, int count) {
    public PodGroup {
        if (cpuMillis < 0 || memory < 0 || count < 0) {
            throw new IllegalArgumentException("Pods request no less than nothing: " + workload);
        }
    }

    public static PodGroup of(String workload, Size size) {
        return new PodGroup(workload, Math.round(size.cpuRequest() * 1000), size.memoryRequest(), size.replicas());
    }
}
