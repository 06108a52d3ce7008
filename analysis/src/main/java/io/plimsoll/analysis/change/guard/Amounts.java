package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.plimsoll.analysis.unit.Bytes;

/// Amounts in the words of evidence.
final class Amounts {
    private static final BigDecimal MI = BigDecimal.valueOf(Bytes.MI);

    private Amounts() {
    }

    /// From 1 MiB on it can only be bytes; below, it is cores or a count.
    static String text(BigDecimal amount) {
        return amount.compareTo(MI) >= 0
                ? mebibytes(amount) + " MiB"
                : amount.setScale(3, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }

    static String mebibytes(BigDecimal bytes) {
        return bytes.divide(MI, 0, RoundingMode.HALF_EVEN).toPlainString();
    }

    /// Of a whole that is not 0.
    static String percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
