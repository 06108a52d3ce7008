package io.plimsoll.analysis.rightsizing.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.series.TimeSeries;

/// A high percentile of CPU for each day, days counted back from the last sample; of the busiest replica.
///
/// @param cores oldest first; `NaN` for a day without a sample
record DailyHighs(double[] cores) {
    /// Replicas with fewer samples in a day are taken together: a percentile of a handful is noise.
    private static final int FEWEST_SAMPLES = 20;

    /// @param days how many at most; fewer when the data is shorter
    /// @param p    in 0..1
    static DailyHighs of(Usage usage, int days, double p) {
        int count = (int) Math.min(days, Math.max(1, Math.ceil(usage.days() - 0.01)));
        long end = usage.last() + Math.max(1, usage.step());
        double[] highs = new double[count];
        for (int day = 0; day < count; day++) {
            long to = end - (count - 1L - day) * Usage.DAY;
            highs[day] = high(usage, to - Usage.DAY, to, p);
        }
        return new DailyHighs(highs);
    }

    private static double high(Usage usage, long from, long to, double p) {
        List<TimeSeries> day = usage.replicas().stream().map(each -> each.cpuBetween(from, to)).toList();
        double busiest = day.stream().filter(cpu -> cpu.length() >= FEWEST_SAMPLES)
                .mapToDouble(cpu -> Robust.quantile(cpu.values(), p)).max().orElse(Double.NaN);
        double together = Robust.quantile(day.stream().filter(cpu -> cpu.length() < FEWEST_SAMPLES)
                .map(TimeSeries::values).flatMapToDouble(Arrays::stream).toArray(), p);
        return larger(busiest, together);
    }

    /// The newest `days` of these.
    DailyHighs last(int days) {
        return new DailyHighs(Arrays.copyOfRange(cores, Math.max(0, cores.length - days), cores.length));
    }

    /// The newest day that has samples.
    double newest() {
        return IntStream.iterate(cores.length - 1, i -> i >= 0, i -> i - 1).mapToDouble(i -> cores[i])
                .filter(value -> !Double.isNaN(value)).findFirst().orElse(Double.NaN);
    }

    /// Quantile in which a day weighs half as much as one that is `halfLife` days younger.
    double decayedQuantile(double p, double halfLife) {
        int[] order = IntStream.range(0, cores.length).filter(i -> !Double.isNaN(cores[i])).boxed()
                .sorted((a, b) -> Double.compare(cores[a], cores[b])).mapToInt(Integer::intValue).toArray();
        double total = IntStream.of(order).mapToDouble(i -> weight(i, halfLife)).sum();
        double sum = 0;
        for (int i : order) {
            sum += weight(i, halfLife);
            if (sum >= p * total - 1e-12) {
                return cores[i];
            }
        }
        return Double.NaN;
    }

    private double weight(int day, double halfLife) {
        return Math.pow(2, (day - cores.length + 1) / halfLife);
    }

    /// The highest of the seven weekdays, each by the median of its last three highs, so that one odd week doesn't count.
    double busiestWeekday() {
        return IntStream.range(0, 7)
                .mapToDouble(back -> Robust.median(DoubleStream
                        .of(cores[cores.length - 1 - back], cores[cores.length - 8 - back],
                                cores[cores.length - 15 - back])
                        .toArray()))
                .filter(value -> !Double.isNaN(value)).max().orElse(Double.NaN);
    }

    private static double larger(double a, double b) {
        return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
    }
}
