package io.plimsoll.analysis.rightsizing.strategy;

import java.util.OptionalDouble;

import io.plimsoll.analysis.rightsizing.Size;

/// New requests of a tool that leaves limits alone, or moves them no further than it must.
///
/// @param cpu    cores
/// @param memory bytes
record ChangedRequests(double cpu, long memory) {
    /// Limits stay; one that would lie below its request is raised to it, since Kubernetes refuses such a pod.
    Size besideLimitsOf(Size current) {
        OptionalDouble cpuLimit = current.cpuLimit().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(cpu, current.cpuLimit().getAsDouble()));
        long memoryLimit = current.hasMemoryLimit() ? Math.max(memory, current.memoryLimit()) : 0;
        return new Size(cpu, cpuLimit, memory, memoryLimit, current.replicas());
    }

    /// A limit that equals its request goes on to do so, which keeps the pod's class of service; others stay as above.
    Size inTheClassOf(Size current) {
        Size kept = besideLimitsOf(current);
        boolean cpuEqual = current.cpuRequest() > 0 && current.cpuLimit().orElse(-1) == current.cpuRequest();
        boolean memoryEqual = current.memoryRequest() > 0 && current.memoryLimit() == current.memoryRequest();
        return new Size(cpu, cpuEqual ? OptionalDouble.of(cpu) : kept.cpuLimit(), memory,
                memoryEqual ? memory : kept.memoryLimit(), current.replicas());
    }
}
