package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/// Daily cost of one key. A day without charges is zero.
///
/// @param key      dimension as it was asked for to value; an empty text where the charges have none
/// @param currency of the costs
/// @param start    the day of the first element, the same for all series of one answer
/// @param cost     one a day; not copied: don't change it
/// @param quantity consumed quantity a day, all `NaN` unless every charge of the series has the same unit; not copied
/// @param unit     of the quantity, empty without one
@SuppressWarnings("ArrayRecordComponent") // Long series are handed over, not copied.
public record KeyedSeries(Map<String, String> key, String currency, LocalDate start, BigDecimal[] cost,
        double[] quantity, String unit) {
    public int length() {
        return cost.length;
    }
}
