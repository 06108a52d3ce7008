package io.plimsoll.app.text;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

import io.plimsoll.analysis.unit.Money;

/// How money is written. A symbol stands only for a currency that no other shares in practice; all others show their ISO
/// code (`CAD 1 234.00`), because a dollar sign in front of Canadian dollars would be a wrong number.
public final class MoneyFormat {
    private static final Map<String, String> SYMBOLS = Map.of("USD", "$", "EUR", "\u20ac", "GBP", "\u00a3", "INR",
            "\u20b9");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private MoneyFormat() {
    }

    /// To the smallest coin: `$1 402 118.20`, `−$12.00`, `JPY 1 200`.
    public static String exact(Money money) {
        return with(money, digits(money.currency()));
    }

    /// For reading: whole units from 100 up, coins below: `$178 420`, `$1.97`.
    public static String brief(Money money) {
        boolean large = money.rounded(2).amount().abs().compareTo(HUNDRED) >= 0;
        return with(money, large ? 0 : digits(money.currency()));
    }

    /// For tiles and axes: `$2.49 M`, `$308 k`. A double will do, as the figure is rounded to three places.
    public static String compact(double amount, String currency) {
        String text = Formats.compact(Math.abs(amount));
        return (amount < 0 && !text.equals("0") ? Formats.MINUS : "") + prefix(currency) + text;
    }

    /// What moved, with its sign: `+$4 960`, `−$308`.
    public static String change(Money money) {
        String text = brief(money);
        boolean rises = money.signum() > 0 && text.chars().anyMatch(c -> c >= '1' && c <= '9');
        return rises ? "+" + text : text;
    }

    /// What moved, with its sign and to the cent: `+$4 960.12`.
    public static String exactChange(Money money) {
        String text = exact(money);
        boolean rises = money.signum() > 0 && text.chars().anyMatch(c -> c >= '1' && c <= '9');
        return rises ? "+" + text : text;
    }

    private static String with(Money money, int digits) {
        String number = Formats.decimal(money.amount(), digits);
        return number.startsWith(Formats.MINUS)
                ? Formats.MINUS + prefix(money.currency()) + number.substring(Formats.MINUS.length())
                : prefix(money.currency()) + number;
    }

    private static String prefix(String currency) {
        String symbol = SYMBOLS.get(currency);
        return symbol == null ? currency + Formats.THIN : symbol;
    }

    private static int digits(String currency) {
        return Currency.getAvailableCurrencies().stream().filter(each -> each.getCurrencyCode().equals(currency))
                .mapToInt(each -> Math.max(0, each.getDefaultFractionDigits())).findFirst().orElse(2);
    }
}
