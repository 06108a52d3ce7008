package io.plimsoll.analysis.rightsizing.usage;

import java.util.Comparator;
import java.util.stream.IntStream;

import io.plimsoll.analysis.rightsizing.UsageRepairs;
import io.plimsoll.analysis.series.TimeSeries;

/// A series made fit for use, and what that took.
public record RepairedSeries(TimeSeries series, UsageRepairs repairs) {
    /// More than fifty times the largest machine that can be rented: a unit that was taken for another, or rubbish.
    public static final double MOST_CORES = 1e5;
    public static final double MOST_BYTES = 1e15;
    /// No monitor ran before the one, and the other is the year 2200; what lies beyond is an unset or a broken clock, and two such
    /// times would span ages.
    private static final long EARLIEST = 0;
    private static final long LATEST = 7_258_118_400L;

    /// @param most the largest value that can be true
    public static RepairedSeries of(TimeSeries raw, double most) {
        return isClean(raw, most)
                ? new RepairedSeries(raw, new UsageRepairs(raw.length(), 0, 0, 0, 0, 0))
                : mended(raw, most);
    }

    private static boolean isClean(TimeSeries raw, double most) {
        int length = raw.length();
        boolean clean = length == 0 || isPossible(raw.times()[0]) && isPossible(raw.times()[length - 1]);
        for (int i = 0; i < length; i++) {
            double value = raw.values()[i];
            clean &= value >= 0 && value <= most && (i == 0 || raw.times()[i - 1] < raw.times()[i]);
        }
        return clean;
    }

    private static boolean isPossible(long time) {
        return time >= EARLIEST && time < LATEST;
    }

    private static RepairedSeries mended(TimeSeries raw, double most) {
        int notANumber = 0;
        int negative = 0;
        int impossible = 0;
        int outOfOrder = 0;
        long newest = Long.MIN_VALUE;
        int[] kept = new int[raw.length()];
        int count = 0;
        for (int i = 0; i < raw.length(); i++) {
            double value = raw.values()[i];
            if (!Double.isFinite(value)) {
                notANumber++;
            } else if (value < 0) {
                negative++;
            } else if (value > most || !isPossible(raw.times()[i])) {
                impossible++;
            } else {
                outOfOrder += raw.times()[i] < newest ? 1 : 0;
                newest = Math.max(newest, raw.times()[i]);
                kept[count++] = i;
            }
        }
        int[] order = IntStream.of(kept).limit(count).boxed()
                .sorted(Comparator.comparingLong(i -> raw.times()[i])).mapToInt(Integer::intValue).toArray();
        TimeSeries clean = withoutDuplicates(raw, order);
        return new RepairedSeries(clean,
                new UsageRepairs(raw.length(), notANumber, negative, impossible, count - clean.length(), outOfOrder));
    }

    private static TimeSeries withoutDuplicates(TimeSeries raw, int[] order) {
        long[] times = new long[order.length];
        double[] values = new double[order.length];
        int length = 0;
        for (int i : order) {
            if (length > 0 && times[length - 1] == raw.times()[i]) {
                values[length - 1] = Math.max(values[length - 1], raw.values()[i]);
            } else {
                times[length] = raw.times()[i];
                values[length++] = raw.values()[i];
            }
        }
        return new TimeSeries(times, values).slice(0, length);
    }
}
