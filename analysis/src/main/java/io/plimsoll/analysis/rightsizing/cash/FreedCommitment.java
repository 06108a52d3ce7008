package io.plimsoll.analysis.rightsizing.cash;

import java.math.BigDecimal;

import io.plimsoll.analysis.billing.CommitmentUse;

/// What becomes of one commitment over all slots. Not safe from several threads.
final class FreedCommitment {
    /// Less than this is rounding.
    private static final BigDecimal SPARE = new BigDecimal("0.01");

    private final String id;
    private BigDecimal freed = BigDecimal.ZERO;
    private BigDecimal absorbed = BigDecimal.ZERO;
    private int slots;
    private int spareSlots;

    FreedCommitment(String id) {
        this.id = id;
    }

    /// Whether more than a hundredth of it was not used in the slot.
    static boolean hasSpare(CommitmentUse.Slot slot) {
        return slot.unused().compareTo(slot.usedEffective().add(slot.unused()).multiply(SPARE)) > 0;
    }

    void add(BigDecimal amount, BigDecimal taken, boolean spare) {
        freed = freed.add(amount);
        absorbed = absorbed.add(taken);
        slots++;
        spareSlots += spare ? 1 : 0;
    }

    /// More usage that what was unused covers: it costs nothing more.
    void covered(BigDecimal amount) {
        absorbed = absorbed.subtract(amount);
    }

    String id() {
        return id;
    }

    BigDecimal freed() {
        return freed;
    }

    BigDecimal absorbed() {
        return absorbed;
    }

    BigDecimal stranded() {
        return freed.signum() <= 0 ? BigDecimal.ZERO : freed.subtract(absorbed).max(BigDecimal.ZERO);
    }

    /// Share of the charges in whose slot it was not used up.
    double spareShare() {
        return slots == 0 ? 0 : (double) spareSlots / slots;
    }
}
