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
    /// The same in rising order, kept so because it is asked every day.
    private final double[] sorted = new double[MEMORY];
    private final double[] distances = new double[MEMORY];
    private int count;

    void add(double value) {
        int size = size();
        if (size == MEMORY) {
            int old = Arrays.binarySearch(sorted, past[count % MEMORY]);
            System.arraycopy(sorted, old + 1, sorted, old, --size - old);
        }
        int found = Arrays.binarySearch(sorted, 0, size, value);
        int place = found >= 0 ? found : -found - 1;
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = value;
        past[count++ % MEMORY] = value;
    }

    private int size() {
        return Math.min(count, MEMORY);
    }

    boolean calibrated() {
        return count >= ENOUGH;
    }

    double centre() {
        return Robust.quantileOfSorted(Arrays.copyOf(sorted, size()), 0.5);
    }

    double scale(double floor) {
        return scale(0, floor);
    }

    double scale(double centre, double floor) {
        double[] rising = Arrays.copyOf(outwards(centre), size());
        double spread = Math.max(Robust.NORMAL * Robust.quantileOfSorted(rising, 0.5),
                Robust.quantileOfSorted(rising, 0.95) / 3);
        return spread > floor ? spread : floor;
    }

    /// Distances from the centre in rising order: what lies left and right of it, merged.
    private double[] outwards(double centre) {
        int size = size();
        int right = 0;
        while (right < size && sorted[right] < centre) {
            right++;
        }
        int left = right - 1;
        for (int i = 0; i < size; i++) {
            double below = left >= 0 ? centre - sorted[left] : Double.POSITIVE_INFINITY;
            double above = right < size ? sorted[right] - centre : Double.POSITIVE_INFINITY;
            distances[i] = Math.min(below, above);
            if (below <= above) {
                left--;
            } else {
                right++;
            }
        }
        return distances;
    }
}
