package io.plimsoll.analysis.telemetry.read;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

import io.plimsoll.analysis.task.StepFailure;

/// Amounts by minute, eight bytes each. Times are epoch milliseconds; a minute is named by its end, as the samples of scrapers are.
final class MinuteBuckets {
    static final double MILLIS = 60_000;
    private static final long WIDTH = 60_000;
    /// Minutes of one amount: a year.
    private static final int MOST = 525_600;
    /// Minutes that one task may last: a month.
    private static final long LONGEST = 44_640;

    private final String file;
    private long first;
    /// `NaN` where nothing was added.
    private double[] amounts = {};

    MinuteBuckets(String file) {
        this.file = file;
    }

    /// What is done with a minute's amount.
    interface Consumer {
        void accept(long end, double amount);
    }

    void add(long at, double amount) {
        merge(at / WIDTH, amount, Double::sum);
    }

    void highest(long at, double amount) {
        merge(at / WIDTH, amount, Math::max);
    }

    /// Divides an amount evenly over a span; all of it falls on one minute if the span is empty.
    ///
    /// @throws IllegalArgumentException if the span is longer than a month
    void spread(long from, long to, double amount) {
        if (to <= from) {
            add(from, amount);
            return;
        }
        if ((to - from) / WIDTH > LONGEST) {
            throw new IllegalArgumentException("task lasts more than a month");
        }
        for (long at = from; at < to;) {
            long next = Math.min(to, (at / WIDTH + 1) * WIDTH);
            merge(at / WIDTH, amount * (next - at) / (to - from), Double::sum);
            at = next;
        }
    }

    private void merge(long minute, double amount, DoubleBinaryOperator operator) {
        int index = room(minute);
        amounts[index] = Double.isNaN(amounts[index]) ? amount : operator.applyAsDouble(amounts[index], amount);
    }

    private int room(long minute) {
        if (amounts.length == 0) {
            first = minute;
        }
        long start = Math.min(first, minute);
        long length = Math.max(first + amounts.length, minute + 1) - start;
        if (length > MOST) {
            throw StepFailure.badInput("SERIES_TOO_LONG", file + " spans more than a year of minutes.",
                    "Check its times, or load the parts of a very long run one after the other.");
        }
        if (length > amounts.length) {
            // Ahead of what is needed in the direction of growth, or every minute would copy them all.
            int spare = (int) Math.min(MOST - length, length / 2);
            double[] longer = new double[(int) length + (start < first ? 0 : spare)];
            Arrays.fill(longer, Double.NaN);
            System.arraycopy(amounts, 0, longer, (int) (first - start), amounts.length);
            amounts = longer;
            first = start;
        }
        return (int) (minute - first);
    }

    /// 0 where nothing was added.
    double get(long end) {
        long index = end / WIDTH - 1 - first;
        return index < 0 || index >= amounts.length || Double.isNaN(amounts[(int) index]) ? 0 : amounts[(int) index];
    }

    /// The minutes to which something was added.
    void each(Consumer consumer) {
        for (int i = 0; i < amounts.length; i++) {
            if (!Double.isNaN(amounts[i])) {
                consumer.accept((first + i + 1) * WIDTH, amounts[i]);
            }
        }
    }

    /// Every minute from the first to the last to which something was added; in between nothing is 0.
    void every(Consumer consumer) {
        int last = amounts.length - 1;
        while (last >= 0 && Double.isNaN(amounts[last])) {
            last--;
        }
        for (int i = 0; i <= last; i++) {
            consumer.accept((first + i + 1) * WIDTH, Double.isNaN(amounts[i]) ? 0 : amounts[i]);
        }
    }
}
