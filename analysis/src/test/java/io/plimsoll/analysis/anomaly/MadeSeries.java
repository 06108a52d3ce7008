package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/// Hand-made daily cost from Monday 1 September 2025 on.
public final class MadeSeries {
    static final LocalDate START = LocalDate.of(2025, 9, 1);

    private MadeSeries() {
    }

    /// 100 a day with 3 % noise, weekends 70.
    static double usual(int day, Random random) {
        double weekend = day % 7 >= 5 ? 0.7 : 1;
        return 100 * weekend * Math.exp(0.03 * random.nextGaussian());
    }

    static CostSeries of(int days, IntToDoubleFunction factor) {
        return of(SeriesKey.of("ServiceName", "Made"), 7, days, factor);
    }

    public static CostSeries of(SeriesKey key, int seed, int days, IntToDoubleFunction factor) {
        Random random = new Random(seed);
        BigDecimal[] cost = new BigDecimal[days];
        for (int i = 0; i < days; i++) {
            double value = usual(i, random) * factor.applyAsDouble(i);
            cost[i] = Double.isNaN(value) ? null : BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
        }
        return new CostSeries(key, START, cost, null, "USD");
    }

    static BigDecimal[] repeated(int days, String amount) {
        BigDecimal[] cost = new BigDecimal[days];
        Arrays.fill(cost, new BigDecimal(amount));
        return cost;
    }
}
