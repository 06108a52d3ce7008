package io.plimsoll.analysis.anomaly;

import java.time.LocalDate;
import java.util.List;

/// The loaded history once more, week by week, each week with the threshold that the weeks before it gave.
///
/// @param from    Monday of the first week in which anything was found
/// @param through last day
/// @param weeks   from that Monday on, the last one may be incomplete
/// @param current the budget in force
/// @param others  alternatives, the smallest budget first, all alerts last
/// @param kinds   what the current budget lets through, by kind
/// @param domains the same by domain
public record AlertReplay(LocalDate from, LocalDate through, int weeks, AlertSetting current,
        List<AlertSetting> others, List<Precision> kinds, List<Precision> domains) {
    public AlertReplay {
        others = List.copyOf(others);
        kinds = List.copyOf(kinds);
        domains = List.copyOf(domains);
    }
}
