package io.plimsoll.analysis.forecast.method;

import java.util.Arrays;

/// One innovations state space model with additive errors: level, optional (damped) trend, optional season.
///
/// `y = l + φb + s + e`, `l' = l + φb + αe`, `b' = φb + βe`, `s' = s + γe` (Hyndman, Koehler, Ord and Snyder 2008, chapter 2). For
/// given weights the errors are linear in the states at the start, so that these follow by least squares and only the weights
/// are searched for.
final class ExponentialSmoothing {
    private final int period;
    private final boolean trend;

    /// @param period of the season, 1 for none
    ExponentialSmoothing(int period, boolean trend) {
        this.period = period;
        this.trend = trend;
    }

    /// Level, trend, and all but the last of a season, which is 0: a constant may move between level and season.
    int states() {
        return 1 + (trend ? 1 : 0) + (period > 1 ? period - 1 : 0);
    }

    /// The best start for some weights.
    Smoothed fit(double[] y, Weights weights) {
        int k = states();
        double[] base = errors(y, weights, new double[k]);
        double[][] response = new double[k][];
        double[] nothing = new double[y.length];
        for (int i = 0; i < k; i++) {
            double[] unit = new double[k];
            unit[i] = 1;
            response[i] = errors(nothing, weights, unit);
        }
        double[] start = LeastSquares.solve(response, base);
        double[] errors = base.clone();
        for (int i = 0; i < k; i++) {
            for (int t = 0; t < errors.length; t++) {
                errors[t] += start[i] * response[i][t];
            }
        }
        return new Smoothed(weights, start, errors);
    }

    private double[] errors(double[] y, Weights weights, double[] start) {
        double[] errors = new double[y.length];
        run(y, weights, start, errors);
        return errors;
    }

    /// Runs through the history and goes on without errors.
    double[] ahead(double[] y, Smoothed fitted, int horizon) {
        double[] end = run(y, fitted.weights(), fitted.start(), new double[y.length]);
        double[] ahead = new double[horizon];
        double level = end[0];
        double slope = end[1];
        double damping = fitted.weights().damping();
        for (int h = 0; h < horizon; h++) {
            slope *= damping;
            level += slope;
            ahead[h] = level + (period > 1 ? end[2 + (y.length + h) % period] : 0);
        }
        return ahead;
    }

    /// @return level, trend and the season by its place, as they stand at the end
    private double[] run(double[] y, Weights weights, double[] start, double[] errors) {
        double[] season = new double[period];
        int at = trend ? 2 : 1;
        if (period > 1) {
            System.arraycopy(start, at, season, 0, period - 1);
        }
        double level = start[0];
        double slope = trend ? start[1] : 0;
        double damping = weights.damping();
        for (int t = 0; t < y.length; t++) {
            int place = period > 1 ? t % period : 0;
            double moved = level + damping * slope;
            double error = y[t] - moved - (period > 1 ? season[place] : 0);
            errors[t] = error;
            level = moved + weights.level() * error;
            slope = damping * slope + (trend ? weights.trend() * error : 0);
            if (period > 1) {
                season[place] += weights.season() * error;
            }
        }
        double[] end = Arrays.copyOf(new double[]{level, slope}, 2 + period);
        System.arraycopy(season, 0, end, 2, period);
        return end;
    }

    /// How strongly an error moves each part.
    record Weights(double level, double trend, double season, double damping) {}

    /// @param start  the states before the first value
    /// @param errors one step ahead
    record Smoothed(Weights weights, double[] start, double[] errors) {
        double squares() {
            return Arrays.stream(errors).map(error -> error * error).sum();
        }
    }
}
