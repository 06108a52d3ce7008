package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;

/// How much an episode weighs in money, as a multiple of the smallest impact that is worth an alert.
public enum Severity {
    LOW, MEDIUM, HIGH;

    /// Below 4 times the gate is low, from 20 times on high.
    ///
    /// @param impact may be negative
    /// @param gate   smallest impact that alerts, in the same currency; zero counts as one unit
    public static Severity of(BigDecimal impact, BigDecimal gate) {
        BigDecimal unit = gate.signum() > 0 ? gate : BigDecimal.ONE;
        if (impact.abs().compareTo(unit.multiply(BigDecimal.valueOf(20))) >= 0) {
            return HIGH;
        }
        return impact.abs().compareTo(unit.multiply(BigDecimal.valueOf(4))) >= 0 ? MEDIUM : LOW;
    }
}
