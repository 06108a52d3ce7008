package io.plimsoll.analysis.rightsizing;

import java.util.Arrays;

import io.plimsoll.analysis.series.TimeSeries;

/// The lowest and highest use of any replica in each pixel column that has a sample, in time order.
///
/// @param times    start of the column, epoch seconds
/// @param lowest   cores or bytes of one replica
/// @param highest  same length
/// @param heldBack where the part begins on which the proposal is judged, epoch seconds
/// @param end      of the last sample's step, epoch seconds
/// @param step     seconds between samples
public record UseChart(long[] times, double[] lowest, double[] highest, long heldBack, long end, long step) {
    public int length() {
        return times.length;
    }

    static UseChart of(Usage usage, boolean memory, double training, int columns) {
        long start = usage.first();
        long end = usage.last() + Math.max(1, usage.step());
        double width = Math.max(Math.max(1, usage.step()), (double) (end - start) / columns);
        int count = usage.isEmpty() ? 0 : (int) Math.ceil((end - start) / width);
        double[] low = new double[count];
        double[] high = new double[count];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (ReplicaUsage replica : usage.replicas()) {
            TimeSeries series = memory ? replica.memory() : replica.cpu();
            for (int i = 0; i < series.length(); i++) {
                int column = (int) Math.min(count - 1, (series.times()[i] - start) / width);
                low[column] = Math.min(low[column], series.values()[i]);
                high[column] = Math.max(high[column], series.values()[i]);
            }
        }
        return filled(start, width, low, high, start + Math.round(training * (end - start)), end, usage.step());
    }

    private static UseChart filled(long start, double width, double[] low, double[] high, long heldBack, long end,
            long step) {
        long[] times = new long[low.length];
        int length = 0;
        for (int i = 0; i < times.length; i++) {
            if (low[i] <= high[i]) {
                times[length] = start + Math.round(i * width);
                low[length] = low[i];
                high[length++] = high[i];
            }
        }
        return new UseChart(Arrays.copyOf(times, length), Arrays.copyOf(low, length), Arrays.copyOf(high, length),
                heldBack,
                end, step);
    }
}
