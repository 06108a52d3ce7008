package io.plimsoll.analysis.billing;

import java.util.Locale;

import io.plimsoll.analysis.unit.Money;

/// What one unit costs, and how far that can be trusted.
///
/// @param region  that was asked for
/// @param type    that was asked for
/// @param price   of one unit; never converted from another currency
/// @param unit    what is counted: `hour`, `GB-month`
/// @param date    of the price, as exactly as its source tells it: `2026-07-20`, `2022`, or empty
/// @param basis   whether it was published, worked out, or is the user's
/// @param how     in a sentence's part; for an estimate its formula
/// @param source  `repository@commit`, or file and line
/// @param licence of the source; empty for the user's own
public record Price(String provider, String region, String type, PurchaseOption option, Money price, String unit,
        String date, Basis basis, String how, String source, String licence) {
    /// Where a price comes from.
    public enum Basis {
        /// Published for this region at a known date, at most 366 days from the day asked for.
        LISTED,
        /// Anything less sure; `how` says what was done.
        ESTIMATED,
        /// From a price list that the user imported.
        USER;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
