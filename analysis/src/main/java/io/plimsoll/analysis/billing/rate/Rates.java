package io.plimsoll.analysis.billing.rate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import io.plimsoll.analysis.billing.ConvertedCosts;
import io.plimsoll.analysis.billing.ExchangeRate;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.StepFailure;

/// The rates into one currency. A rate is used the way it was given: its reciprocal has no last digit, and a way over a third
/// currency would be a rate that nobody published.
final class Rates {
    private final String to;
    private final Map<String, NavigableMap<LocalDate, ExchangeRate>> byCurrency = new HashMap<>();

    private Rates(String to) {
        this.to = to;
    }

    static Rates into(String currency, Database database) {
        Rates rates = new Rates(currency);
        all(database).stream().filter(rate -> rate.to().equalsIgnoreCase(currency)).forEach(rate -> rates.byCurrency
                .computeIfAbsent(code(rate.from()), from -> new TreeMap<>()).put(rate.date(), rate));
        return rates;
    }

    /// Every loaded rate, by currencies and date.
    static List<ExchangeRate> all(Database database) {
        return database.query(Sql.of("SELECT rate_date, from_currency, to_currency, rate, file, file_line "
                + "FROM exchange_rate JOIN billing_file USING (file_id) ORDER BY 2, 3, 1"),
                row -> new ExchangeRate(row.day(1), row.text(2), row.text(3), row.decimal(4), row.text(5),
                        row.whole(6)));
    }

    /// The rate in force on a day.
    Optional<ExchangeRate> on(LocalDate day, String from) {
        return before(day, from)
                .filter(rate -> ChronoUnit.DAYS.between(rate.date(), day) <= ConvertedCosts.MOST_DAYS);
    }

    private Optional<ExchangeRate> before(LocalDate day, String from) {
        NavigableMap<LocalDate, ExchangeRate> known = byCurrency.getOrDefault(code(from), new TreeMap<>());
        return Optional.ofNullable(known.floorEntry(day)).map(Map.Entry::getValue);
    }

    private static String code(String currency) {
        return currency.toUpperCase(Locale.ROOT);
    }

    /// @param days every charge day without a rate, in order; not empty
    StepFailure missing(String from, List<LocalDate> days) {
        LocalDate first = days.getFirst();
        String others = days.size() == 1 ? "" : " nor for " + (days.size() - 1) + " later charge days";
        String last = before(first, from)
                .map(rate -> " The last one before it is of " + rate.date() + " (" + rate.file() + ", line "
                        + rate.line()
                        + "), more than " + ConvertedCosts.MOST_DAYS + " days old.")
                .orElse("");
        return StepFailure.badInput("RATE_MISSING",
                "There is no rate from " + from + " to " + to + " for " + first + others + "." + last,
                "Import a CSV date,from,to,rate (in the window, or with plimsoll rates import FILE) that has a row for "
                        + from + "," + to + " at most " + ConvertedCosts.MOST_DAYS
                        + " days before each charge day. Rates the other way round are not turned over.");
    }
}
