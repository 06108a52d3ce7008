package io.plimsoll.analysis.rightsizing.node;

import java.math.BigDecimal;

/// What an empty node of a type leaves to the pods that are packed: its allocatable less what runs on each node.
///
/// @param type      name
/// @param cpuMillis thousandths of a core
/// @param memory    bytes
/// @param pods      how many
/// @param price     an hour; compared only, so of any one currency
public record NodeSpace(String type, long cpuMillis, long memory, int pods, BigDecimal price) {
    boolean holds(long cpu, long bytes) {
        return cpu <= cpuMillis && bytes <= memory && pods > 0;
    }
}
