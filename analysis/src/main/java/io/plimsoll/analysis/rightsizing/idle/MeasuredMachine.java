package io.plimsoll.analysis.rightsizing.idle;

import java.time.Instant;

/// What was measured of a machine in the period.
///
/// @param days       with CPU samples
/// @param highShare  95th percentile of the share of its processors, 0..1; `NaN` if unknown
/// @param topShare   highest share
/// @param bytesADay  over the network, both ways; `NaN` if not measured
/// @param last       newest CPU sample
/// @param allLast    newest CPU sample of any machine
public record MeasuredMachine(double days, double highShare, double topShare, double bytesADay, Instant last,
        Instant allLast) {}
