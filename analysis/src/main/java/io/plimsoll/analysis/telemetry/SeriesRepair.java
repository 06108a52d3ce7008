package io.plimsoll.analysis.telemetry;

import java.time.Instant;

/// A repair that was made on one series.
///
/// @param importId number of the import's ledger entry
/// @param points   how many data points
/// @param first    time of the first of them
/// @param last     time of the last of them
public record SeriesRepair(long importId, String seriesKey, Repair repair, long points, Instant first, Instant last) {}
