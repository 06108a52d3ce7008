package io.plimsoll.analysis.rightsizing;

/// One line of plain telemetry.
///
/// @param time        epoch seconds UTC
/// @param workload    name
/// @param replica     name
/// @param cpuCores    `NaN` for an empty value, which is a gap
/// @param memoryBytes `NaN` for an empty value
public record UsageRow(long time, String workload, String replica, double cpuCores, double memoryBytes) {}
