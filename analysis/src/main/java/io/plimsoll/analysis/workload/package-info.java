/// One identity for what the bill, the telemetry and the manifest each call differently. `Workloads` is the service; `source`
/// lists what each of the three knows, `match` brings them together by visible rules.
package io.plimsoll.analysis.workload;
