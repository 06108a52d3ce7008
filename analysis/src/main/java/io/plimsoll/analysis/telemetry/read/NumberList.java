package io.plimsoll.analysis.telemetry.read;

import java.util.Arrays;

import io.plimsoll.analysis.task.StepFailure;

/// Numbers of one series that have to wait until their times are known. Bounded.
final class NumberList {
    private static final int MOST = 10_000_000;

    private final String file;
    private double[] numbers = new double[16];
    private int size;

    NumberList(String file) {
        this.file = file;
    }

    /// @throws StepFailure SERIES_TOO_LONG
    void add(double number) {
        if (size == MOST) {
            throw StepFailure.badInput("SERIES_TOO_LONG",
                    file + " has a series of more than " + MOST + " values in one piece.",
                    "Export shorter spans of time, or fewer points with a longer step.");
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    double get(int index) {
        return numbers[index];
    }
}
