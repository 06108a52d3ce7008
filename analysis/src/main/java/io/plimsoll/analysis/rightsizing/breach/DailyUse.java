package io.plimsoll.analysis.rightsizing.breach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.series.TimeSeries;

/// A workload's samples of one resource in blocks of 24 hours that end with the last sample, so that tomorrow is the block to come.
/// Immutable.
final class DailyUse {
    /// A block with fewer of its usual samples is none.
    private static final double LEAST_FILLED = 0.5;

    private final long end;
    private final double[][] sorted;
    private final double[][] highs;

    private DailyUse(long end, double[][] sorted, double[][] highs) {
        this.end = end;
        this.sorted = sorted;
        this.highs = highs;
    }

    /// @param series one a replica
    static DailyUse of(List<TimeSeries> series) {
        long step = Math.max(1, series.stream().mapToLong(TimeSeries::step).max().orElse(1));
        long first = series.stream().filter(each -> each.length() > 0).mapToLong(each -> each.times()[0]).min()
                .orElse(0);
        long end = series.stream().filter(each -> each.length() > 0)
                .mapToLong(each -> each.times()[each.length() - 1] + step).max().orElse(0);
        int days = (int) Math.min(400, (end - first + step / 2) / Usage.DAY);
        List<List<double[]>> parts = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            parts.add(new ArrayList<>());
        }
        for (TimeSeries each : series) {
            int from = 0;
            for (int day = 0; day < days; day++) {
                long to = end - (days - 1L - day) * Usage.DAY;
                int until = from;
                while (until < each.length() && each.times()[until] < to) {
                    until++;
                }
                int begin = from;
                while (begin < until && each.times()[begin] < to - Usage.DAY) {
                    begin++;
                }
                if (until > begin) {
                    parts.get(day).add(Arrays.copyOfRange(each.values(), begin, until));
                }
                from = until;
            }
        }
        double[][] sorted = new double[days][];
        double[][] highs = new double[days][];
        for (int day = 0; day < days; day++) {
            List<double[]> part = parts.get(day);
            boolean filled = part.stream().mapToInt(values -> values.length).max()
                    .orElse(0) >= LEAST_FILLED * Usage.DAY / step;
            sorted[day] = filled
                    ? part.stream().flatMapToDouble(Arrays::stream).sorted().toArray()
                    : new double[0];
            highs[day] = filled
                    ? part.stream().mapToDouble(values -> Arrays.stream(values).max().orElse(0)).toArray()
                    : new double[0];
        }
        return new DailyUse(end, sorted, highs);
    }

    /// How many blocks there are, empty ones included.
    int days() {
        return sorted.length;
    }

    /// Start of a block, epoch seconds; `days()` gives that of tomorrow.
    long start(int day) {
        return end - (long) (days() - day) * Usage.DAY;
    }

    boolean isMeasured(int day) {
        return day >= 0 && day < days() && sorted[day].length > 0;
    }

    double quantile(int day, double p) {
        return Robust.quantileOfSorted(sorted[day], p);
    }

    double mean(int day) {
        return Arrays.stream(sorted[day]).average().orElse(0);
    }

    /// Share of a block's samples above a size.
    double shareAbove(int day, double size) {
        double[] values = sorted[day];
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] > size) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return (double) (values.length - low) / values.length;
    }

    /// Share of the replicas that rose above a size.
    double replicasAbove(int day, double size) {
        return (double) Arrays.stream(highs[day]).filter(high -> high > size).count() / highs[day].length;
    }
}
