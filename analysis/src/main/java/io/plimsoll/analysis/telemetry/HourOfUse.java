package io.plimsoll.analysis.telemetry;

import java.time.Instant;

/// One hour of a series.
///
/// @param hour    its start
/// @param mean    of the hour's samples, in the series' unit
/// @param seconds for which the samples stand, each for one usual distance between samples; at most 3600
public record HourOfUse(long seriesId, Instant hour, double mean, double seconds) {}
