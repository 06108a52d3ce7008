package io.plimsoll.analysis.anomaly;

import java.util.List;

/// What a detector says about one series.
///
/// @param days     one a day of the series
/// @param episodes in order of their start
public record Detected(List<DayScore> days, List<Episode> episodes) {
    public Detected {
        days = List.copyOf(days);
        episodes = List.copyOf(episodes);
    }
}
