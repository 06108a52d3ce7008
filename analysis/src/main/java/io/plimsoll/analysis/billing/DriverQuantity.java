package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.time.LocalDate;

/// How much of something was done on a day: what a unit cost is divided by.
///
/// @param driver   what is counted, such as `images`, `hours` or `tokens`
/// @param scope    whose work it is: a workload, a namespace or a label's value; `EVERYTHING` for the whole
/// @param quantity not below 0, at most 18 decimals
/// @param unit     as the user calls it
/// @param file     where it comes from
/// @param line     in that file
public record DriverQuantity(LocalDate date, String driver, String scope, BigDecimal quantity, String unit,
        String file, long line) {
    /// The scope of a quantity that stands for all cost.
    public static final String EVERYTHING = "*";
}
