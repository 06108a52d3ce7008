package io.plimsoll.analysis.quality.bill;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days, shares and factors as sentences have them.
final class Said {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Said() {
    }

    /// `3 Oct 2026`
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `on 3 Oct 2026`, `from 3 Oct 2026 to 5 Oct 2026`
    static String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? "on " + DAY.format(from) : "from " + DAY.format(from) + " to " + DAY.format(to);
    }

    /// `6.1 %`
    static String percent(double share) {
        return number(share * 100) + " %";
    }

    /// `33 %`, `2.1 times`
    static String share(double ratio) {
        return ratio < 1 ? percent(ratio) : number(ratio) + " times";
    }

    /// Two digits; all of those before the point.
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        return Math.abs(value) >= 100
                ? Long.toString(Math.round(value))
                : new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
    }
}
