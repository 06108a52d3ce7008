package io.plimsoll.analysis.rightsizing;

import java.util.OptionalDouble;

import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;

/// What each replica reserves and may use at most, and how many there are.
///
/// @param cpuRequest    cores; 0 when none is set
/// @param cpuLimit      cores; empty when there is none
/// @param memoryRequest bytes; 0 when none is set
/// @param memoryLimit   bytes; 0 when there is none
/// @param replicas      not negative
public record Size(double cpuRequest, OptionalDouble cpuLimit, long memoryRequest, long memoryLimit, int replicas) {
    public Size {
        if (!(cpuRequest >= 0) || !(cpuLimit.orElse(0) >= 0) || memoryRequest < 0 || memoryLimit < 0 || replicas < 0) {
            throw new IllegalArgumentException("A size must not be negative: " + cpuRequest + ", " + cpuLimit + ", "
                    + memoryRequest + ", " + memoryLimit + ", " + replicas);
        }
    }

    /// A workload of which only the number of replicas is known.
    public static Size unset(int replicas) {
        return new Size(0, OptionalDouble.empty(), 0, 0, replicas);
    }

    public Size withReplicas(int count) {
        return new Size(cpuRequest, cpuLimit, memoryRequest, memoryLimit, count);
    }

    /// What Kubernetes rejects.
    public boolean limitBelowRequest() {
        return cpuLimit.isPresent() && cpuLimit.getAsDouble() < cpuRequest
                || hasMemoryLimit() && memoryLimit < memoryRequest;
    }

    public boolean hasMemoryLimit() {
        return memoryLimit > 0;
    }

    /// Above this a container is killed, or evicted first when its node runs short: the limit, else the request.
    public long memoryCeiling() {
        return hasMemoryLimit() ? memoryLimit : memoryRequest;
    }

    /// Above this the kernel throttles: the limit, else the request, which is all that a full node still grants.
    public double cpuCeiling() {
        return cpuLimit.orElse(cpuRequest);
    }

    /// Cores rounded up to whole steps of `millis` millicores.
    ///
    /// Kubernetes takes whole millicores. 10m is the finest step that a CPU limit can hold: the kernel's shortest quota
    /// is 1 ms (`min_cfs_quota_period`, kernel/sched/core.c) and the kubelet's period is 100 ms.
    public static double roundCpu(double cores, int millis) {
        return steps(cores * 1000 / millis) * millis / 1000.0;
    }

    /// Bytes rounded up to whole MiB, as a manifest writes them.
    public static long roundMemory(double bytes) {
        return steps(bytes / Bytes.MI) * Bytes.MI;
    }

    /// Binary fractions put 0.23 * 1000 a hair above 230; that must not cost a step.
    private static long steps(double exact) {
        return (long) Math.ceil(exact - 1e-9);
    }

    /// `3 × 500m / 1Gi`, the form of the tables.
    @Override
    public String toString() {
        return replicas + " × " + (cpuRequest == 0 ? "–" : Cpu.ofCores(cpuRequest)) + " / "
                + (memoryRequest == 0 ? "–" : new Bytes(memoryRequest));
    }
}
