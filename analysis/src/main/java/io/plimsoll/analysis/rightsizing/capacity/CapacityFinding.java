package io.plimsoll.analysis.rightsizing.capacity;

import java.util.List;
import java.util.stream.Stream;

import io.plimsoll.analysis.rightsizing.Objection;

/// What is known of a workload beside its use.
///
/// @param leastCores    a replica must not be proposed less, in cores; 0 for no bound
/// @param leastMemory   the same in bytes
/// @param leastReplicas fewest replicas; 0 for no bound
/// @param objections    what speaks against a change
/// @param facts         what to know, in sentences
public record CapacityFinding(double leastCores, long leastMemory, int leastReplicas, List<Objection> objections,
        List<String> facts) {
    public static final CapacityFinding NONE = new CapacityFinding(0, 0, 0, List.of(), List.of());

    public CapacityFinding {
        objections = List.copyOf(objections);
        facts = List.copyOf(facts);
    }

    /// Both hold.
    public CapacityFinding and(CapacityFinding other) {
        return new CapacityFinding(Math.max(leastCores, other.leastCores), Math.max(leastMemory, other.leastMemory),
                Math.max(leastReplicas, other.leastReplicas),
                Stream.concat(objections.stream(), other.objections.stream()).toList(),
                Stream.concat(facts.stream(), other.facts.stream()).toList());
    }
}
