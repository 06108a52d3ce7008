package io.plimsoll.analysis.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Processor share in cores, as Kubernetes writes it: `2`, `1.5`, `500m`.
///
/// @param cores not negative
public record Cpu(BigDecimal cores) implements Comparable<Cpu> {
    public Cpu {
        if (cores.signum() < 0) {
            throw new IllegalArgumentException("CPU must not be negative: " + cores);
        }
    }

    public static Cpu ofCores(double cores) {
        return new Cpu(BigDecimal.valueOf(cores));
    }

    public static Cpu ofMillis(long millis) {
        return new Cpu(BigDecimal.valueOf(millis, 3));
    }

    /// @throws IllegalArgumentException if the text is no Kubernetes quantity
    public static Cpu parse(String text) {
        return new Cpu(Quantity.parse(text).value());
    }

    public double asDouble() {
        return cores.doubleValue();
    }

    /// Whole millicores, rounded up: what a scheduler would reserve.
    public long millis() {
        return cores.movePointRight(3).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /// Rounded up to a multiple of `millis` millicores.
    public Cpu roundedUpTo(long millis) {
        return ofMillis(Math.ceilDiv(millis(), millis) * millis);
    }

    @Override
    public int compareTo(Cpu other) {
        return cores.compareTo(other.cores);
    }

    /// Shortest Kubernetes form: whole and half cores as a number, all else in millicores.
    @Override
    public String toString() {
        long millis = millis();
        return millis % 1000 == 0 ? Long.toString(millis / 1000) : millis + "m";
    }
}
