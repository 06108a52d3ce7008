package io.plimsoll.analysis.anomaly;

import java.time.LocalDate;

import io.plimsoll.analysis.unit.Money;

/// One thing under another name: on the day on which a resource or tag vanished, another one appeared at the same price and for the
/// same amount. No finding is made of it.
///
/// @param day    the first under the new name, UTC
/// @param perDay what it costs a day under the new name
public record Rename(SeriesKey from, SeriesKey to, LocalDate day, Money perDay) {
    /// `web-a is called web-b from 2026-09-01 on: the same 12.30 USD a day.`
    public String sentence() {
        return from.title() + " is called " + to.title() + " from " + day + " on: the same "
                + perDay.rounded(2).amount().toPlainString() + " " + perDay.currency() + " a day.";
    }
}
