package io.plimsoll.app.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.plimsoll.analysis.unit.Days;

/// How days and times are written: `1 Sep`, `17–19 Sep`, `16 Sep 18:02`. Always UTC.
public final class DateFormats {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_YEAR = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private DateFormats() {
    }

    /// `1 Sep`
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `1 Sep 2026`
    public static String dayAndYear(LocalDate day) {
        return DAY_YEAR.format(day);
    }

    /// `Sep`
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /// `Sep 2026`
    public static String monthAndYear(YearMonth month) {
        return MONTH_YEAR.format(month);
    }

    /// `16 Sep 18:02`
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /// Without the year: `17–19 Sep`, `29 Aug – 2 Sep`, `3 Sep`.
    public static String span(Days days) {
        if (days.count() == 1) {
            return day(days.from());
        }
        return YearMonth.from(days.from()).equals(YearMonth.from(days.to()))
                ? days.from().getDayOfMonth() + "\u2013" + day(days.to())
                : day(days.from()) + " \u2013 " + day(days.to());
    }

    /// With the year and no longer than it must be: `Oct 2026`, `Jan – Sep 2026`, `17–19 Sep 2026`.
    public static String brief(Days days) {
        YearMonth first = YearMonth.from(days.from());
        YearMonth last = YearMonth.from(days.to());
        boolean whole = days.from().equals(first.atDay(1)) && days.to().equals(last.atEndOfMonth());
        if (days.from().getYear() != days.to().getYear()) {
            return whole ? monthAndYear(first) + " \u2013 " + monthAndYear(last) : period(days);
        }
        if (whole) {
            return first.equals(last) ? monthAndYear(first) : month(first) + " \u2013 " + monthAndYear(last);
        }
        return span(days) + " " + days.to().getYear();
    }

    /// With the year, for a heading: `1 Sep – 30 Sep 2026`.
    public static String period(Days days) {
        String from = days.from().getYear() == days.to().getYear() ? day(days.from()) : dayAndYear(days.from());
        return from + " \u2013 " + dayAndYear(days.to());
    }
}
