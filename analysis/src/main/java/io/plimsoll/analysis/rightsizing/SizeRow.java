package io.plimsoll.analysis.rightsizing;

/// One line of the answer on plain telemetry: `workload,strategy,cpu_request,cpu_limit,memory_request,memory_limit,
/// violation_share,unmet_share,oom,slack`.
///
/// @param strategy the strategy's id
/// @param size     a request of 0 means that the strategy refused to say; a limit that is empty or 0 means none
/// @param replay   judged on the part held back: violations and unmet share at the request, CPU slack
/// @param repairs  what had to be mended in this workload's telemetry
public record SizeRow(String workload, String strategy, Size size, ReplayResult replay, UsageRepairs repairs) {}
