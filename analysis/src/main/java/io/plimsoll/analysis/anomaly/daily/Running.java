package io.plimsoll.analysis.anomaly.daily;

import java.util.Arrays;

import io.plimsoll.analysis.series.Robust;

/// A move that is being followed.
final class Running {
    final int onset;
    final int detected;
    final double level;
    final boolean drift;
    private double base;
    private final double sign;
    private double[] distances = {};
    private int peak;
    private double deviation;
    private double strength;
    private int end;
    private boolean open = true;

    Running(int onset, int detected, double level, boolean drift, double deviation, double strength) {
        this.onset = onset;
        this.detected = detected;
        this.level = level;
        base = level;
        this.drift = drift;
        this.deviation = deviation;
        this.strength = strength;
        sign = Math.signum(deviation);
        peak = detected;
        end = detected;
    }

    void add(int t, double distance, double deviations, double gate) {
        distances = Arrays.copyOf(distances, distances.length + 1);
        distances[distances.length - 1] = distance;
        end = t;
        if (Math.abs(deviations) >= Math.abs(deviation)) {
            peak = t;
            deviation = deviations;
        }
        strength = Math.max(strength, Math.abs(deviations) / gate);
    }

    /// A day that still belongs: on the same side, beyond half the gate, and nearer to the move than to the old level.
    boolean holds(double distance, double scale, double gate) {
        return distance * sign >= Math.max(gate * scale / 2, 0.35 * Math.abs(delta()));
    }

    /// Level of the last days over the level before.
    double delta() {
        return distances.length == 0
                ? 0
                : Robust.median(Arrays.copyOfRange(distances, Math.max(0, distances.length - 7), distances.length));
    }

    boolean up() {
        return sign > 0;
    }

    /// Goes on from where an earlier move of the same direction left the level.
    void buildsOn(Running earlier) {
        base = earlier.up() == up() ? earlier.base : level;
    }

    void lastsTo(int t) {
        end = t;
    }

    void close() {
        open = false;
    }

    Move move() {
        return new Move(onset, detected, end, open, drift, level, base, delta(), peak, deviation, strength);
    }
}
