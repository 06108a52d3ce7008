package io.plimsoll.analysis.rightsizing.breach;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How good probabilities were: mean squared error (Brier 1950) and the area under precision over recall, as average precision.
///
/// @param rows          judged
/// @param probabilities one a row, in 0..1
record Forecasts(List<BreachRow> rows, double[] probabilities) {
    private static final int RESAMPLES = 500;
    private static final long SEED = 42;

    static Forecasts of(List<BreachRow> rows, ToDoubleFunction<BreachRow> rule) {
        return new Forecasts(rows, rows.stream().mapToDouble(rule).toArray());
    }

    /// Lower is better.
    double brier() {
        return IntStream.range(0, probabilities.length).mapToDouble(this::loss).average().orElse(Double.NaN);
    }

    private double loss(int i) {
        double miss = probabilities[i] - (rows.get(i).breached() ? 1 : 0);
        return miss * miss;
    }

    /// Higher is better; the share of breaches is what chance reaches. Rows of one probability count as one step.
    double averagePrecision() {
        int[] order = IntStream.range(0, probabilities.length).boxed()
                .sorted(Comparator.comparingDouble(i -> -probabilities[i])).mapToInt(Integer::intValue).toArray();
        long all = rows.stream().filter(BreachRow::breached).count();
        double area = 0;
        int found = 0;
        int i = 0;
        while (i < order.length) {
            int before = found;
            double here = probabilities[order[i]];
            while (i < order.length && probabilities[order[i]] == here) {
                found += rows.get(order[i++]).breached() ? 1 : 0;
            }
            area += (double) found / i * (found - before) / all;
        }
        return area;
    }

    /// By how much this one's Brier score is lower than another's on the same rows: the 5 % and 95 % points over resampled workloads,
    /// since the days of one workload are alike.
    double[] gain(Forecasts other) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (int i = 0; i < probabilities.length; i++) {
            double[] sum = sums.computeIfAbsent(rows.get(i).workload(), any -> new double[2]);
            sum[0] += other.loss(i) - loss(i);
            sum[1]++;
        }
        double[][] groups = sums.values().toArray(double[][]::new);
        Random random = new Random(SEED);
        double[] gains = new double[RESAMPLES];
        for (int sample = 0; sample < RESAMPLES; sample++) {
            double gain = 0;
            double count = 0;
            for (int i = 0; i < groups.length; i++) {
                double[] group = groups[random.nextInt(groups.length)];
                gain += group[0];
                count += group[1];
            }
            gains[sample] = gain / count;
        }
        Arrays.sort(gains);
        return new double[]{gains[RESAMPLES / 20], gains[RESAMPLES - 1 - RESAMPLES / 20]};
    }
}
