package io.plimsoll.analysis.workload.match;

import java.util.Arrays;
import java.util.List;

import io.plimsoll.analysis.series.TimeSeries;

/// The parts of one whole added up, as the pools of a Java heap.
final class SummedSeries {
    private SummedSeries() {
    }

    /// A value at each time at which a part has one. A part counts with its newest value for up to two of its steps, so that parts
    /// which are read a moment apart still add up, and one that has ended does not. A value below 0 means "no bound" for a Java pool and adds
    /// nothing.
    static TimeSeries of(List<TimeSeries> parts) {
        if (parts.size() == 1 && Arrays.stream(parts.getFirst().values()).allMatch(value -> value >= 0)) {
            return parts.getFirst();
        }
        long[] times = parts.stream().flatMapToLong(part -> Arrays.stream(part.times())).sorted().distinct().toArray();
        double[] sums = new double[times.length];
        for (TimeSeries part : parts) {
            long lasts = Math.max(1, 2 * part.step());
            int next = 0;
            for (int i = 0; i < times.length; i++) {
                while (next < part.length() && part.times()[next] <= times[i]) {
                    next++;
                }
                if (next > 0 && times[i] - part.times()[next - 1] < lasts) {
                    sums[i] += Math.max(0, part.values()[next - 1]);
                }
            }
        }
        return new TimeSeries(times, sums);
    }
}
