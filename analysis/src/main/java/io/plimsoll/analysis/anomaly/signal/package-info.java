/// Events in the workspace's telemetry: what workloads take, how long requests and queues take, which share fails. Few of them, each
/// told once.
package io.plimsoll.analysis.anomaly.signal;
