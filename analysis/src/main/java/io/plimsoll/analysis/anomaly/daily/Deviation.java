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
    private int count;

    /// Takes the place of the oldest value once the memory is full, and moves from there to where it belongs.
    void add(double value) {
        int size = size();
        int place = size;
        if (size == MEMORY) {
            double oldest = past[count % MEMORY];
            place = 0;
            while (sorted[place] != oldest) {
                place++;
            }
        }
        while (place + 1 < size && sorted[place + 1] < value) {
            sorted[place] = sorted[place + 1];
            place++;
        }
        while (place > 0 && sorted[place - 1] > value) {
            sorted[place] = sorted[place - 1];
            place--;
        }
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
        double spread = Math.max(Robust.NORMAL * distance(centre, 0.5), distance(centre, 0.95) / 3);
        return spread > floor ? spread : floor;
    }

    /// Quantile of the distances from the centre, as `Robust.quantile`.
    private double distance(double centre, double p) {
        double position = p * (size() - 1);
        int below = (int) Math.floor(position);
        double near = ofNearest(centre, below);
        return near + (position - below) * (ofNearest(centre, Math.min(below + 1, size() - 1)) - near);
    }

    /// Distance of the value that is nearest but `others`. It ends the run of the nearest ones, whose first is searched by halves.
    private double ofNearest(double centre, int others) {
        int first = 0;
        int last = size() - 1 - others;
        while (first < last) {
            int middle = (first + last) >>> 1;
            if (centre - sorted[middle] > sorted[middle + others + 1] - centre) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        return Math.max(centre - sorted[first], sorted[first + others] - centre);
    }
}
