package io.plimsoll.analysis.rightsizing.capacity;

import java.math.BigDecimal;
import java.util.Locale;

import io.plimsoll.analysis.unit.Bytes;

/// Memory in sentences: `5.9 Gi`, `512 Mi`.
public final class Sized {
    private Sized() {
    }

    static String text(BigDecimal bytes) {
        return text(bytes.doubleValue());
    }

    public static String text(double bytes) {
        return bytes >= Bytes.GI
                ? String.format(Locale.ROOT, "%.1f Gi", bytes / Bytes.GI)
                : String.format(Locale.ROOT, "%.0f Mi", bytes / Bytes.MI);
    }
}
