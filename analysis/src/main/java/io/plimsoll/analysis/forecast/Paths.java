package io.plimsoll.analysis.forecast;

import java.util.List;
import java.util.random.RandomGenerator;

/// What may come, day by day, drawn many times. Totals of months are sums along a path and never sums of daily bounds, which would
/// take every day for as bad as the worst.
///
/// The blocks of the bootstrap are the forecast's own errors at one earlier origin, whole: errors of one origin hang together, and that
/// is what makes a month uncertain. A block is taken with either sign.
final class Paths {
    private static final int WEEK = 7;
    /// In logarithms an error that grows without end is a bill without end.
    private static final double MOST_GROWTH = 1.5;

    private Paths() {
    }

    /// @param floor nothing below this, as where no cost was ever negative
    /// @return `count` rows of as many values as the forecast has steps
    static double[][] draw(Fitted fitted, int count, double floor, RandomGenerator random) {
        Forecast forecast = fitted.forecast();
        double[][] paths = new double[count][forecast.horizon()];
        for (double[] path : paths) {
            double[] error = error(fitted, random);
            for (int h = 0; h < path.length; h++) {
                double mean = forecast.mean()[h];
                path[h] = Math.max(floor, forecast.logs() ? mean * Math.exp(error[h]) : mean + error[h]);
            }
        }
        return paths;
    }

    private static double[] error(Fitted fitted, RandomGenerator random) {
        List<double[]> blocks = fitted.errors();
        int horizon = fitted.forecast().horizon();
        double[] error = new double[horizon];
        if (blocks.isEmpty()) {
            double level = random.nextGaussian() / 1.2816;
            for (int h = 0; h < horizon; h++) {
                error[h] = level * fitted.forecast().width80()[h];
            }
            return error;
        }
        double[] block = blocks.get(random.nextInt(blocks.size()));
        // As many more errors as there are origins might have been seen: a little wider than the few that were.
        double factor = (random.nextBoolean() ? 1 : -1) * (1 + 1 / Math.sqrt(blocks.size()) / 2);
        for (int h = 0; h < horizon; h++) {
            // Beyond what was ever held against the truth, as a random walk's errors grow.
            int known = h < block.length ? h : Math.max(0, block.length - WEEK + (h - block.length) % WEEK);
            error[h] = factor * block[known] * Math.min(MOST_GROWTH, Math.sqrt((h + 1.0) / (known + 1.0)));
        }
        return error;
    }
}
