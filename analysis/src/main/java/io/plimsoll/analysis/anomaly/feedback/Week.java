package io.plimsoll.analysis.anomaly.feedback;

import java.time.LocalDate;

/// Weeks of days in UTC, Monday to Sunday, counted from the one that holds 1970-01-01.
final class Week {
    /// 1970-01-01 was a Thursday.
    private static final int MONDAY = 3;

    private Week() {
    }

    static int of(LocalDate day) {
        return Math.toIntExact(Math.floorDiv(day.toEpochDay() + MONDAY, 7L));
    }

    static LocalDate monday(int week) {
        return LocalDate.ofEpochDay(week * 7L - MONDAY);
    }
}
