/// Unusual days and lasting changes in cost: detectors, episodes, and findings over many series. Arrays in, records out;
/// `.daily` holds the statistics of one series, `.cause` ranks where a change comes from, commits included, `.stream`
/// judges telemetry row by row.
package io.plimsoll.analysis.anomaly;
