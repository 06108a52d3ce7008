package io.plimsoll.analysis.rightsizing.lifetime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.plimsoll.analysis.rightsizing.Usage;

/// Whether telemetry holds the days on which books are closed and reports run: the last day of a month and the first of the next.
public final class MonthTurn {
    private MonthTurn() {
    }

    /// Both days must be there, the last one of the telemetry at least by half.
    public static boolean seen(Usage usage) {
        if (usage.isEmpty()) {
            return false;
        }
        LocalDate first = LocalDate.ofInstant(Instant.ofEpochSecond(usage.first() - 1), ZoneOffset.UTC).plusDays(1);
        LocalDate last = LocalDate.ofInstant(Instant.ofEpochSecond(usage.last() - Usage.DAY / 2), ZoneOffset.UTC);
        LocalDate turn = first.withDayOfMonth(first.lengthOfMonth());
        return !turn.plusDays(1).isAfter(last);
    }
}
