package io.plimsoll.app.screen.overview;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;

import io.plimsoll.analysis.unit.Money;

/// What a month comes to if the days that are missing are like the last weeks: no trend, no season, no interval. It is a
/// yardstick and no forecast.
///
/// @param amount    complete days as they are, and for every other day of the month the mean of its weekday
/// @param actual    of the complete days
/// @param days      how many of the month are complete
/// @param estimated how many are filled in
record RunRate(YearMonth month, Money amount, Money actual, int days, int estimated) {
    /// How far back the weekdays are averaged.
    static final int WEEKS = 4;

    /// @param lastComplete the last complete day; its month is looked at
    /// @param start        day of the first element of both arrays
    /// @param cost         all charges, one a day, reaching from the first of the month or earlier to `lastComplete`
    /// @param usage        usage alone, as taxes, credits and purchases do not come every day
    static RunRate of(LocalDate lastComplete, LocalDate start, BigDecimal[] cost, BigDecimal[] usage,
            String currency) {
        YearMonth month = YearMonth.from(lastComplete);
        BigDecimal actual = BigDecimal.ZERO;
        int days = 0;
        for (int i = 0; i < cost.length; i++) {
            LocalDate day = start.plusDays(i);
            if (YearMonth.from(day).equals(month) && !day.isAfter(lastComplete)) {
                actual = actual.add(cost[i]);
                days++;
            }
        }
        BigDecimal missing = BigDecimal.ZERO;
        int estimated = 0;
        for (LocalDate day = lastComplete.plusDays(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            missing = missing.add(mean(day, lastComplete, start, usage));
            estimated++;
        }
        return new RunRate(month, new Money(actual.add(missing), currency), new Money(actual, currency), days,
                estimated);
    }

    /// Of the last complete days that fall on the same weekday as `day`; of all complete days where there are none.
    private static BigDecimal mean(LocalDate day, LocalDate lastComplete, LocalDate start, BigDecimal[] usage) {
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        for (int i = 0; i < usage.length; i++) {
            LocalDate each = start.plusDays(i);
            boolean recent = !each.isAfter(lastComplete) && each.isAfter(lastComplete.minusWeeks(WEEKS));
            if (recent && each.getDayOfWeek() == day.getDayOfWeek()) {
                sum = sum.add(usage[i]);
                count++;
            }
        }
        if (count == 0) {
            for (BigDecimal each : usage) {
                sum = sum.add(each);
                count++;
            }
        }
        return count == 0 ? BigDecimal.ZERO : sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
    }
}
