package io.plimsoll.app.screen;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.control.Filter.Compare;
import io.plimsoll.app.text.DateFormats;

/// Two stretches of days that may be held against each other. Days that have not fully arrived are left out on both sides:
/// a month of which two days are missing would look cheaper than it is.
///
/// @param now    complete days of the filter's period
/// @param before the days that they are held against, all of them loaded
public record Comparison(Days now, Days before) {
    /// Whole months are held against as many whole months before, other periods against as many days before. When the
    /// period is cut at the last complete day, so is the other one.
    ///
    /// @return empty if nothing is to be compared, or what it would be compared with is not all loaded
    public static Optional<Comparison> of(Filter filter, BillingSpan span) {
        Optional<Days> complete = complete(filter.period(), span);
        if (filter.compare() == Compare.NONE || complete.isEmpty()) {
            return Optional.empty();
        }
        Days now = complete.get();
        Days before = shifted(filter);
        if (now.count() < filter.period().count()) {
            LocalDate from = before.from().plusDays(ChronoUnit.DAYS.between(filter.period().from(), now.from()));
            LocalDate to = from.plusDays(now.count() - 1L);
            before = new Days(from, to.isAfter(before.to()) ? before.to() : to);
            now = new Days(now.from(), now.from().plusDays(before.count() - 1L));
        }
        return before.from().isBefore(span.first()) ? Optional.empty() : Optional.of(new Comparison(now, before));
    }

    /// The loaded and complete part of a period; empty if there is none.
    public static Optional<Days> complete(Days period, BillingSpan span) {
        LocalDate from = period.from().isBefore(span.first()) ? span.first() : period.from();
        LocalDate to = period.to().isAfter(span.lastComplete()) ? span.lastComplete() : period.to();
        return to.isBefore(from) ? Optional.empty() : Optional.of(new Days(from, to));
    }

    private static Days shifted(Filter filter) {
        Days period = filter.period();
        if (filter.compare() == Compare.YEAR) {
            return new Days(period.from().minusYears(1), period.to().minusYears(1));
        }
        YearMonth first = YearMonth.from(period.from());
        YearMonth last = YearMonth.from(period.to());
        boolean whole = period.from().equals(first.atDay(1)) && period.to().equals(last.atEndOfMonth());
        if (!whole) {
            return period.previous();
        }
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        return new Days(first.minusMonths(months).atDay(1), last.minusMonths(months).atEndOfMonth());
    }

    /// `vs Sep`, or `vs 1–29 Sep`.
    public String against() {
        return "vs " + name(before);
    }

    /// `Sep` for a whole month, else the days.
    public static String name(Days days) {
        YearMonth month = YearMonth.from(days.from());
        boolean whole = days.from().equals(month.atDay(1)) && days.to().equals(month.atEndOfMonth());
        return whole ? DateFormats.month(month) : DateFormats.span(days);
    }
}
