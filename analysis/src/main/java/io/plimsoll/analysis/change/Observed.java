package io.plimsoll.analysis.change;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;

/// What the telemetry saw of a workload, one pod or container of it.
///
/// @param workload   as in `Intent`
/// @param container  as in `Knob`; empty for any
/// @param peakMemory the most that any pod used in the window; null if not measured
/// @param p99Cpu     99th percentile of any pod's use; null if not measured
/// @param days       that the window covers
public record Observed(String workload, String container, @Nullable Bytes peakMemory, @Nullable Cpu p99Cpu, int days) {}
