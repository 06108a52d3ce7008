/// What machines cost, divided among the workloads that ran on them, to the last digit of the bill; and what a unit of work
/// costs. `.split` is pure arithmetic; `.source` brings bill, telemetry and Git together for a day.
package io.plimsoll.analysis.allocation;
