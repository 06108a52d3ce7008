package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// Daily cost of one slice of the bill, without a hole in the calendar, in one currency.
///
/// What must never raise an alert is left out by the caller: tax, credits, purchases and corrections (ChargeCategory,
/// ChargeClass). Arrays are taken over, not copied.
///
/// @param key      which slice
/// @param start    the day of `cost[0]`, UTC
/// @param cost     one a day; `null` is a gap (unknown), zero is known to be nothing
/// @param quantity consumed quantity of the same days and the same length, or null if it can't be summed
/// @param currency ISO 4217
public record CostSeries(SeriesKey key, LocalDate start, @Nullable BigDecimal[] cost, double @Nullable [] quantity,
        String currency) {
    public CostSeries {
        if (quantity != null && quantity.length != cost.length) {
            throw new IllegalArgumentException(cost.length + " costs but " + quantity.length + " quantities");
        }
    }

    public int length() {
        return cost.length;
    }

    public LocalDate day(int index) {
        return start.plusDays(index);
    }

    public LocalDate lastDay() {
        return day(cost.length - 1);
    }

    /// The costs for statistics; a gap is `NaN`. Never sum them for showing.
    public double[] values() {
        return Arrays.stream(cost).mapToDouble(each -> each == null ? Double.NaN : each.doubleValue()).toArray();
    }

    /// Exact sum of the days `from` to `to`, both included; gaps count as nothing.
    public BigDecimal sum(int from, int to) {
        return Arrays.stream(cost, from, to + 1).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The same slice over a wider calendar: days outside the old one cost nothing.
    public CostSeries over(LocalDate from, LocalDate to) {
        int before = Math.toIntExact(from.until(start, ChronoUnit.DAYS));
        int days = Math.toIntExact(from.until(to, ChronoUnit.DAYS)) + 1;
        if (before == 0 && days == cost.length) {
            return this;
        }
        @Nullable
        BigDecimal[] wide = new BigDecimal[days];
        Arrays.fill(wide, BigDecimal.ZERO);
        System.arraycopy(cost, 0, wide, before, cost.length);
        double[] uses = null;
        if (quantity != null) {
            uses = new double[days];
            System.arraycopy(quantity, 0, uses, before, quantity.length);
        }
        return new CostSeries(key, from, wide, uses, currency);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CostSeries that && key.equals(that.key) && start.equals(that.start)
                && Arrays.equals(cost, that.cost) && Arrays.equals(quantity, that.quantity)
                && currency.equals(that.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, start, Arrays.hashCode(cost));
    }

    @Override
    public String toString() {
        return "CostSeries[" + key.text() + " from " + start + ", " + cost.length + " days, " + currency + "]";
    }
}
