package io.plimsoll.analysis.anomaly;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.unit.Money;

/// One thing under another name: on the day on which a resource or tag vanished, another one appeared at the same price and for the
/// same amount. No finding is made of it.
///
/// @param day    the first under the new name, UTC
/// @param perDay what it costs a day under the new name
public record Rename(SeriesKey from, SeriesKey to, LocalDate day, Money perDay) {
    /// `web-a is called web-b from 2026-09-01 on (Amazon EC2): the same 12.30 USD a day.`
    public String sentence() {
        Map<String, String> shared = new TreeMap<>(from.dimensions());
        shared.entrySet().retainAll(to.dimensions().entrySet());
        String where = shared.isEmpty() ? "" : " (" + new SeriesKey(shared).title() + ")";
        return name(from, shared) + " is called " + name(to, shared) + " from " + day + " on" + where + ": the same "
                + perDay.rounded(2).amount().toPlainString() + " " + perDay.currency() + " a day.";
    }

    private static String name(SeriesKey key, Map<String, String> shared) {
        Map<String, String> own = new TreeMap<>(key.dimensions());
        own.keySet().removeAll(shared.keySet());
        return new SeriesKey(own).title();
    }
}
