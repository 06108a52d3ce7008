/// Unusual moments in telemetry, row by row: what a row is judged by is known when it arrives. Each channel looks for one sort of
/// surprise; the detector turns them into one score and few alerts.
package io.plimsoll.analysis.anomaly.stream;
