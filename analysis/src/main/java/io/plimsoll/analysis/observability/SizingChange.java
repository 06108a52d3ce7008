package io.plimsoll.analysis.observability;

import java.util.List;

/// How the proposed sizes change if less telemetry had been there, replayed on what is loaded.
///
/// @param kind        what was left out
/// @param keep        every how many-th sample was kept; for retention the kept days
/// @param workloads   that were replayed
/// @param cpu         of which the CPU request changes by more than a twentieth
/// @param memory      of which the memory request does
/// @param below       of which the memory proposed lies below the highest use in all samples
/// @param unsized     that could not be sized any more
/// @param names       of those that change, at most five
public record SizingChange(Kind kind, int keep, int workloads, int cpu, int memory, int below, int unsized,
        List<String> names) {
    public SizingChange {
        names = List.copyOf(names);
    }

    /// Which cut of the samples is replayed.
    public enum Kind {
        /// All samples but every how many-th.
        INTERVAL,
        /// All days but the last ones.
        RETENTION
    }
}
