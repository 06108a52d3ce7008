package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// Daily cost with the events that it is known to hold.
///
/// @param start the day of `cost[0]`
public record LabelledCost(String name, String profile, LocalDate start, BigDecimal[] cost, List<Event> events) {
    /// @param start index of the first day
    /// @param end   index of the last day
    /// @param kind  `planned` for what should not be found
    public record Event(int start, int end, String kind) {}
}
