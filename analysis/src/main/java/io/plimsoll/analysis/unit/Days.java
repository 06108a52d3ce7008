package io.plimsoll.analysis.unit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A run of whole days in UTC, both ends included.
///
/// @param from first day
/// @param to   last day, not before `from`
public record Days(LocalDate from, LocalDate to) {
    public Days {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period must not end (" + to + ") before it starts (" + from + ")");
        }
    }

    public int count() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /// The same number of days, directly before.
    public Days previous() {
        return new Days(from.minusDays(count()), from.minusDays(1));
    }
}
