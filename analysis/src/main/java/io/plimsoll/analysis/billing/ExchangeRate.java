package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.time.LocalDate;

/// A rate that the user loaded: on `date` one unit of `from` was worth `rate` units of `to`.
///
/// @param rate above 0, at most 18 decimals
/// @param file where it comes from
/// @param line in that file
public record ExchangeRate(LocalDate date, String from, String to, BigDecimal rate, String file, long line) {}
