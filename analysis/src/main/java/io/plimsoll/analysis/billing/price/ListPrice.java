package io.plimsoll.analysis.billing.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Price;
import io.plimsoll.analysis.billing.PriceQuery;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.unit.Money;

/// A row of the catalogue.
///
/// @param provider `*` for any
/// @param region   `*` for all
/// @param date     null where the source has none
/// @param yearOnly whether only the date's year is known
/// @param derived  how the price was worked out before it came here, or null for a published one
record ListPrice(String provider, String region, String name, String option, String unit, BigDecimal price,
        String currency, @Nullable LocalDate date, boolean yearOnly, @Nullable String derived, String source,
        String licence) {
    private static final int MOST_DAYS = 366;

    static ListPrice of(Row row) {
        return new ListPrice(row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.decimal(6),
                row.text(7), row.value(8) == null ? null : row.day(8), row.text(9).equals("year"),
                row.textOrNull(10), row.text(11), row.text(12));
    }

    /// Whether it was published at a date close enough to the day: of a price of which only the year is known, in that year.
    boolean isListedOn(LocalDate day) {
        return date != null && derived == null
                && (yearOnly ? date.getYear() == day.getYear() : daysFrom(day) <= MOST_DAYS);
    }

    /// Days between its date and `day`; very many without a date.
    long daysFrom(LocalDate day) {
        return date == null ? Long.MAX_VALUE : Math.abs(ChronoUnit.DAYS.between(date, day));
    }

    /// Its date as exactly as it is known.
    String dated() {
        return date == null ? "" : yearOnly ? Integer.toString(date.getYear()) : date.toString();
    }

    Price answer(PriceQuery query, Price.Basis basis, String how) {
        return new Price(query.provider(), query.region(), query.type(), query.option(), new Money(price, currency),
                unit, dated(), basis, how, source, licence);
    }
}
