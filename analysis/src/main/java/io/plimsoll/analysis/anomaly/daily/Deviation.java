package io.plimsoll.analysis.anomaly.daily;

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

    /// Takes the place of the oldest value once the memory is full; what stands between moves up by one.
    void add(double value) {
        int size = size();
        int gone = size == MEMORY ? first(past[count % MEMORY], size) : size;
        int place = first(value, size);
        if (place > gone) {
            System.arraycopy(sorted, gone + 1, sorted, gone, --place - gone);
        } else {
            System.arraycopy(sorted, place, sorted, place + 1, gone - place);
        }
        sorted[place] = value;
        past[count++ % MEMORY] = value;
    }

    /// The first place whose value is not smaller.
    private int first(double value, int size) {
        // Halves of a length that does not depend on what is found keep the processor from guessing.
        int low = 0;
        int left = size;
        while (left > 1) {
            int half = left >>> 1;
            low = sorted[low + half - 1] < value ? low + half : low;
            left -= half;
        }
        return left == 1 && sorted[low] < value ? low + 1 : low;
    }

    private int size() {
        return Math.min(count, MEMORY);
    }

    boolean calibrated() {
        return count >= ENOUGH;
    }

    double centre() {
        return Robust.quantileOfSorted(sorted, size(), 0.5);
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
        int size = size();
        double position = p * (size - 1);
        int others = (int) Math.floor(position);
        int first = firstOfNearest(centre, others, size);
        int last = first + others;
        double near = Math.max(centre - sorted[first], sorted[last] - centre);
        // The next one stands beside the run of the nearest.
        double before = first == 0 ? Double.POSITIVE_INFINITY : centre - sorted[first - 1];
        double after = last + 1 == size ? Double.POSITIVE_INFINITY : sorted[last + 1] - centre;
        double next = others + 1 == size ? near : Math.min(before, after);
        return near + (position - others) * (next - near);
    }

    /// The values nearest to the centre are a run; its first is searched by halves.
    private int firstOfNearest(double centre, int others, int size) {
        int first = 0;
        int left = size - others;
        while (left > 1) {
            int half = left >>> 1;
            int middle = first + half - 1;
            first = centre - sorted[middle] > sorted[middle + others + 1] - centre ? first + half : first;
            left -= half;
        }
        return first;
    }
}
