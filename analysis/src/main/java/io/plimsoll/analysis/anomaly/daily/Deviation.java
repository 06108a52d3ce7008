package io.plimsoll.analysis.anomaly.daily;

import java.util.Arrays;

import io.plimsoll.analysis.series.Robust;

/// A statistic that is judged against its own past: how far is today's value from the last 90 quiet ones?
///
/// The spread is the larger of 1.4826 MAD and a third of the 95 % quantile of distances, so that a series with many small
/// and some large wobbles (heavy tails) does not look calm, and never below a floor.
final class Deviation {
    private static final int MEMORY = 90;
    private static final int ENOUGH = 10;

    private final double[] past = new double[MEMORY];
    private int count;

    void add(double value) {
        past[count++ % MEMORY] = value;
    }

    boolean calibrated() {
        return count >= ENOUGH;
    }

    double centre() {
        return Robust.median(Arrays.copyOf(past, Math.min(count, MEMORY)));
    }

    double scale(double floor) {
        return scale(0, floor);
    }

    double scale(double centre, double floor) {
        double[] distances = new double[Math.min(count, MEMORY)];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(past[i] - centre);
        }
        Arrays.sort(distances);
        double spread = Math.max(1.4826 * Robust.quantileOfSorted(distances, 0.5),
                Robust.quantileOfSorted(distances, 0.95) / 3);
        return spread > floor ? spread : floor;
    }
}
