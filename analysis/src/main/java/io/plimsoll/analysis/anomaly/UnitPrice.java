package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// What one unit of a slice cost, effective cost over consumed quantity: in the weeks before a finding, and on its days.
///
/// @param before   to 12 digits
/// @param after    to 12 digits
/// @param currency of both
/// @param unit     of the consumed quantity as the bill spells it
/// @param meters   how many have a part in it; of several it is the mean, which also moves with their mix
public record UnitPrice(BigDecimal before, BigDecimal after, String currency, String unit, int meters) {
    /// Quantities are summed in floating point, whose last digits say nothing.
    public static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
    private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_EVEN);

    /// `The unit price rose from 0.045 to 0.06075 USD / GB.`
    public String sentence() {
        String was = shown(before);
        String is = shown(after);
        String name = meters == 1 ? "The unit price" : "The mean unit price of " + meters + " meters";
        if (was.equals(is)) {
            return name + " stayed at " + is + " " + currency + " / " + unit + ".";
        }
        return name + (after.compareTo(before) > 0 ? " rose from " : " fell from ") + was + " to " + is + " " + currency
                + " / " + unit + ".";
    }

    /// For scripts: plain, without trailing zeros.
    public String plainBefore() {
        return plain(before);
    }

    /// For scripts: plain, without trailing zeros.
    public String plainAfter() {
        return plain(after);
    }

    private static String shown(BigDecimal price) {
        return plain(price.round(SHOWN));
    }

    private static String plain(BigDecimal price) {
        return price.stripTrailingZeros().toPlainString();
    }
}
