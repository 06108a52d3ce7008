package io.plimsoll.analysis.anomaly.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.apache.commons.math3.distribution.TDistribution;

/// One event of a subject: what shows it best, and all that moved then.
///
/// @param moves the one that leads included, in the order in which they were noticed
record Event(Subject subject, Move lead, List<Move> moves) {
    private static final TDistribution TAIL = new TDistribution(8);

    Event {
        moves = List.copyOf(moves);
    }

    /// The day on which it was noticed, UTC.
    LocalDate day() {
        return LocalDate.ofInstant(Instant.ofEpochSecond(lead.time(lead.alert())), ZoneOffset.UTC);
    }

    /// How likely one series alone lies that far off by chance: Student's t with 8 degrees of freedom, two-sided, as for cost.
    double chance() {
        return 2 * TAIL.cumulativeProbability(-Math.abs(lead.deviation()));
    }
}
