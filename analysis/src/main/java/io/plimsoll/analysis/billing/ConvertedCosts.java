package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// A cost table in one currency, with how the amounts of other currencies came into it. What is stored is not touched.
///
/// Each charge day's cost is multiplied by the rate in force on that day: the last one at or before it that is at most
/// `MOST_DAYS` days old. Products and sums are exact decimals; nothing is rounded.
///
/// @param table in the currency asked for
/// @param parts one a currency that the charges are billed in, by its code
/// @param rates every rate that was used, by currency and date
public record ConvertedCosts(CostTable table, List<Part> parts, List<Used> rates) {
    /// Weekends and the longest bank holidays, and no more.
    public static final int MOST_DAYS = 7;

    public ConvertedCosts {
        parts = List.copyOf(parts);
        rates = List.copyOf(rates);
    }

    /// Whether any amount was multiplied by a rate.
    public boolean isConverted() {
        return !rates.isEmpty();
    }

    /// What one currency contributes to the total.
    ///
    /// @param currency  in which it is billed
    /// @param cost      in that currency
    /// @param converted the same in the table's currency
    public record Part(String currency, BigDecimal cost, BigDecimal converted) {}

    /// A rate that was used.
    ///
    /// @param from one unit of this ...
    /// @param date ... was on this day ...
    /// @param rate ... worth so many units of the table's currency
    /// @param days charge days that it was used for
    /// @param file where it comes from
    /// @param line in that file
    public record Used(String from, LocalDate date, BigDecimal rate, int days, String file, long line) {}
}
