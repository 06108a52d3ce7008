package io.plimsoll.analysis.rightsizing.lifetime;

import java.util.List;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;

/// One run of a job.
///
/// @param start    epoch seconds of the first sample's step
/// @param end      epoch seconds of the last sample
/// @param replicas its pods, retries among them
public record Run(long start, long end, List<ReplicaUsage> replicas) {
    public Run {
        replicas = List.copyOf(replicas);
    }

    public long seconds() {
        return end - start;
    }
}
