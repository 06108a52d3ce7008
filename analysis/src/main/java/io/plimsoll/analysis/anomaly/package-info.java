/// Unusual days and lasting changes: findings of the bill, signals of everything else, and what the user says of both. Start at [Anomalies];
/// `.daily` holds the statistics of one series, `.slices` judges those of a whole bill together, `.explain` looks into one event,
/// `.around` holds what was measured at the time against its past, `.cause` ranks where a change comes from, commits included,
/// `.signal` finds events in telemetry, `.feedback` keeps what the user says of events, `.stream` judges telemetry row by row.
package io.plimsoll.analysis.anomaly;
