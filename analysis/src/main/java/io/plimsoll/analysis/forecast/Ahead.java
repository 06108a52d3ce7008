package io.plimsoll.analysis.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// Daily cost continued: lumps apart, the rest by the combination, and what may come as paths.
///
/// @param first  the first day ahead
/// @param fitted of the cost without lumps
/// @param paths  1 000 rows, one value a day, lumps included
record Ahead(LocalDate first, Lumps lumps, Fitted fitted, double[][] paths) {
    static final int PATHS = 1000;
    static final long SEED = 20_260_101;
    private static final int[] WEEK = {7};
    /// Older days say little of today's bill and cost time.
    private static final int LONGEST = 3 * 365;
    private static final int FEWEST = 42;
    private static final int WINDOWS = 12;

    static Ahead of(double[] usage, double[] other, LocalDate start, int horizon, Progress progress,
            Cancellation cancellation) {
        int from = Math.max(0, usage.length - LONGEST);
        LocalDate begin = start.plusDays(from);
        Lumps lumps = Lumps.of(Arrays.copyOfRange(usage, from, usage.length),
                Arrays.copyOfRange(other, from, other.length), begin);
        Fitted fitted = Combination.fit(lumps.rest(), WEEK, horizon, progress, cancellation);
        boolean never = Arrays.stream(lumps.rest()).noneMatch(each -> each < 0);
        RandomGenerator random = new SplittableRandom(SEED);
        double[][] paths = Paths.draw(fitted, PATHS, never ? 0 : Double.NEGATIVE_INFINITY, random);
        LocalDate first = start.plusDays(usage.length);
        if (!lumps.recurring().isEmpty()) {
            for (double[] path : paths) {
                for (int h = 0; h < horizon; h++) {
                    path[h] += lumps.drawn(first.plusDays(h), random);
                }
            }
        }
        return new Ahead(first, lumps, fitted, paths);
    }

    /// Sums of steps `from` to `to`, the latter excluded, one a path.
    double[] totals(int from, int to) {
        return Arrays.stream(paths).mapToDouble(path -> Arrays.stream(path, Math.max(0, from), to).sum()).toArray();
    }

    /// Makes the forecast anew on shorter histories, at most twelve, and holds totals of 30 days against what came.
    static TotalsBacktest backtest(double[] usage, double[] other, LocalDate start, Progress progress,
            Cancellation cancellation) {
        int days = TotalsBacktest.DAYS;
        int step = Math.clamp((usage.length - days - FEWEST) / WINDOWS, 7, days);
        double error = 0;
        int in80 = 0;
        int in95 = 0;
        int windows = 0;
        for (int n = usage.length - days; n >= FEWEST && windows < WINDOWS; n -= step) {
            cancellation.check();
            progress.update("Back-test of month totals", (double) windows / WINDOWS);
            Ahead ahead = of(Arrays.copyOf(usage, n), Arrays.copyOf(other, n), start, days, Progress.NONE,
                    cancellation);
            double came = Arrays.stream(usage, n, n + days).sum() + Arrays.stream(other, n, n + days).sum();
            double[] totals = ahead.totals(0, days);
            Arrays.sort(totals);
            double said = Robust.quantileOfSorted(totals, 0.5);
            error += came == 0 ? 0 : 100 * Math.abs(said - came) / Math.abs(came);
            in80 += within(came, totals, 0.8) ? 1 : 0;
            in95 += within(came, totals, 0.95) ? 1 : 0;
            windows++;
        }
        return windows == 0
                ? TotalsBacktest.NONE
                : new TotalsBacktest(error / windows, (double) in80 / windows, (double) in95 / windows, windows);
    }

    static boolean within(double came, double[] sorted, double cover) {
        double rounding = 1e-6 * Math.abs(came);
        return came >= Robust.quantileOfSorted(sorted, (1 - cover) / 2) - rounding
                && came <= Robust.quantileOfSorted(sorted, (1 + cover) / 2) + rounding;
    }
}
