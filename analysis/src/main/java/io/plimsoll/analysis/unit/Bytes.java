package io.plimsoll.analysis.unit;

import java.math.RoundingMode;

/// An amount of memory or storage in bytes, as Kubernetes writes it: `512Mi`, `8Gi`, `1G`.
///
/// @param count not negative
public record Bytes(long count) implements Comparable<Bytes> {
    public static final long MI = 1L << 20;
    public static final long GI = 1L << 30;

    public Bytes {
        if (count < 0) {
            throw new IllegalArgumentException("Bytes must not be negative: " + count);
        }
    }

    public static Bytes ofGi(double gi) {
        return new Bytes(Math.round(gi * GI));
    }

    /// Fractions of a byte are rounded up.
    ///
    /// @throws IllegalArgumentException if the text is no Kubernetes quantity
    public static Bytes parse(String text) {
        return new Bytes(Quantity.parse(text).value().setScale(0, RoundingMode.CEILING).longValueExact());
    }

    public double gi() {
        return (double) count / GI;
    }

    /// Rounded up to a multiple of `unit` bytes.
    public Bytes roundedUpTo(long unit) {
        return new Bytes(Math.ceilDiv(count, unit) * unit);
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }

    /// The largest binary unit that gives a whole number.
    @Override
    public String toString() {
        String[] units = {"", "Ki", "Mi", "Gi", "Ti", "Pi"};
        long value = count;
        int unit = 0;
        while (value != 0 && value % 1024 == 0 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return value + units[unit];
    }
}
