package io.plimsoll.analysis.anomaly;

import org.jspecify.annotations.Nullable;

/// What one alert budget would have done in the loaded history.
///
/// @param budget    alerts a week; null for all
/// @param threshold weight, 0..1, from which an event is heard in the week after the history; 0 hears all, above 1 nothing
/// @param fired     how many alerts there would have been
/// @param below     how many events would never have alerted
/// @param overWeeks weeks with more alerts than the budget
/// @param busiest   most alerts in one week
/// @param precision what the user said of those that fired
public record AlertSetting(@Nullable Integer budget, double threshold, int fired, int below, int overWeeks,
        int busiest, Precision precision) {
    /// Largest budget that can be set.
    public static final int MOST = 1000;
}
