package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/// Something that is planned and will cost: so many units of a driver a day at a unit cost, from a day on.
///
/// @param name     the project's name
/// @param modality what it works on, such as images or audio; may be empty
/// @param start    the first day
/// @param ramp     days until it is at full size, growing evenly; 0 for at once
/// @param end      the last day, or null without one
/// @param low      least units a day at full size
/// @param likely   most likely units a day
/// @param high     most units a day; all three below 0 for a saving
/// @param driver   what a unit is
/// @param unitCost of one unit
/// @param currency of the unit cost; null for that of the bill
public record RoadmapProject(String name, String modality, LocalDate start, int ramp, @Nullable LocalDate end,
        BigDecimal low, BigDecimal likely, BigDecimal high, String driver, BigDecimal unitCost,
        @Nullable String currency) {
    /// How much of the full size there is on a day, 0 to 1.
    double share(LocalDate day) {
        LocalDate last = end;
        if (day.isBefore(start) || last != null && day.isAfter(last)) {
            return 0;
        }
        return Math.min(1, (ChronoUnit.DAYS.between(start, day) + 1.0) / (ramp + 1.0));
    }

    /// Cost of a day at full size at a point of the triangular distribution.
    ///
    /// @param p 0 to 1
    double drawn(double p) {
        double a = low.doubleValue();
        double b = high.doubleValue();
        double c = likely.doubleValue();
        if (a == b) {
            return a * unitCost.doubleValue();
        }
        double turn = (c - a) / (b - a);
        double units = p < turn ? a + Math.sqrt(p * (b - a) * (c - a)) : b - Math.sqrt((1 - p) * (b - a) * (b - c));
        return units * unitCost.doubleValue();
    }
}
