package io.plimsoll.analysis.anomaly.stream;

import java.util.Arrays;

/// Numbers without boxes, as many as come.
final class GrowingArray {
    private double[] values = new double[16];
    private int size;

    void add(double value) {
        insert(size, value);
    }

    /// Keeps rising order.
    void addSorted(double value) {
        int at = Arrays.binarySearch(values, 0, size, value);
        insert(at < 0 ? -at - 1 : at, value);
    }

    private void insert(int at, double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        System.arraycopy(values, at, values, at + 1, size - at);
        values[at] = value;
        size++;
    }

    double get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    double[] slice(int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }

    double[] last(int count) {
        return Arrays.copyOfRange(values, Math.max(0, size - count), size);
    }
}
