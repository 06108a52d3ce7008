package io.plimsoll.analysis.anomaly.daily;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AnomalyKind;

/// One event in the making: moves of one direction that follow each other, with what each day would have cost without it.
public final class Candidate {
    private final @Nullable AnomalyKind told;
    private final boolean up;
    private final int onset;
    private final double[] expected;
    private final double[] fromBase;
    private int detected;
    private int end;
    private int peak;
    private boolean open;
    private boolean drift;
    private int moves = 1;
    private int lastOnset;
    private double deviation;
    private double strength;

    /// @param told     the kind if it is known already, else it follows from shape and length
    /// @param expected cost without the event by day index, `NaN` on days that don't belong to it
    /// @param fromBase the same without the earlier events that it builds on
    public Candidate(@Nullable AnomalyKind told, Move move, double[] expected, double[] fromBase) {
        this.told = told;
        this.fromBase = fromBase;
        this.expected = expected;
        up = move.deviation() > 0;
        onset = move.onset();
        lastOnset = onset;
        detected = move.detected();
        end = move.end();
        peak = move.peak();
        open = move.open();
        drift = move.drift();
        deviation = move.deviation();
        strength = move.strength();
    }

    /// Takes in a later event of the same direction.
    void absorb(Candidate later) {
        double[] source = later.onset <= end + 1 ? later.fromBase : later.expected;
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Double.isNaN(expected[i]) ? source[i] : expected[i];
        }
        end = Math.max(end, later.end);
        open |= later.open;
        moves += later.moves;
        lastOnset = Math.max(lastOnset, later.lastOnset);
        if (later.strength > strength) {
            peak = later.peak;
            deviation = later.deviation;
            strength = later.strength;
        }
    }

    /// Stops counting after `days` days: by then the new level is simply what it costs.
    void limit(int days) {
        if (end - onset + 1 > days) {
            end = onset + days - 1;
            open = false;
            peak = Math.min(peak, end);
            Arrays.fill(expected, end + 1, expected.length, Double.NaN);
        }
    }

    /// @param gone  there was no cost at all on the last day
    /// @param grows it went on climbing or falling all the time
    AnomalyKind kind(boolean gone, boolean grows) {
        if (told != null) {
            return told;
        }
        int days = end - onset + 1;
        if (days >= 14 && (drift || moves >= 3 || grows)) {
            return AnomalyKind.DRIFT;
        }
        if (up) {
            return days <= 2 ? AnomalyKind.SPIKE : !open && days < 7 ? AnomalyKind.BURST : AnomalyKind.LEVEL_SHIFT;
        }
        if (open && gone && days >= 3) {
            return AnomalyKind.DISAPPEARED;
        }
        return days < 7 ? AnomalyKind.DROP : AnomalyKind.LEVEL_SHIFT;
    }

    boolean isPriceChange() {
        return told == AnomalyKind.PRICE_CHANGE;
    }

    boolean isDrift() {
        return drift;
    }

    boolean up() {
        return up;
    }

    int onset() {
        return onset;
    }

    /// Where the latest event that was taken in began.
    int lastOnset() {
        return lastOnset;
    }

    int detected() {
        return detected;
    }

    void detectedOn(int day) {
        detected = day;
    }

    int end() {
        return end;
    }

    int peak() {
        return peak;
    }

    boolean open() {
        return open;
    }

    double deviation() {
        return deviation;
    }

    double strength() {
        return strength;
    }

    /// `NaN` on a day that doesn't belong.
    double expected(int i) {
        return expected[i];
    }
}
