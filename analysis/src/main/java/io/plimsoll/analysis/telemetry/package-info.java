/// Metrics of workloads and machines: reading Prometheus answers and long CSV, one clean series each with an explicit unit,
/// and what charts and sizing ask of them. `Telemetry` is the service; `read` has one class per format, `stage` works in the
/// import's child process.
package io.plimsoll.analysis.telemetry;
