package io.plimsoll.analysis.rightsizing;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;

/// The most that one replica would have used with a given number of replicas, for guards.
///
/// @param memory highest sample; null if not measured
/// @param p99Cpu 99th percentile of all replicas' samples; null if not measured
/// @param days   measured, rounded down
public record Peaks(@Nullable Bytes memory, @Nullable Cpu p99Cpu, int days) {}
