package io.plimsoll.analysis.forecast.method;

import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

import io.plimsoll.analysis.forecast.Forecaster;

/// The dynamic optimised Theta model on the series without its seasons.
public final class DynamicTheta implements Forecaster {
    private static final int EVALUATIONS = 300;
    private static final double MOST_THETA = 20;

    @Override
    public String id() {
        return "theta";
    }

    @Override
    public String title() {
        return "Dynamic optimised Theta";
    }

    @Override
    public String explanation() {
        return "Half-way between a straight line through all of the past, drawn anew at each step, and simple exponential smoothing of"
                + " the series bent away from it; how far it is bent is fitted. Seasons are taken out first and added again.";
    }

    @Override
    public String source() {
        return "Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler, International Journal of Forecasting 32 (2016)";
    }

    @Override
    public double[] forecast(double[] history, int[] seasons, int horizon) {
        Decomposition parts = Decomposition.of(history, seasons, 0);
        double[] ahead = ahead(parts.adjusted(), horizon);
        for (int h = 0; h < horizon; h++) {
            ahead[h] += parts.season(h);
        }
        return ahead;
    }

    private static double[] ahead(double[] y, int horizon) {
        if (y.length < 3) {
            return new SeasonalNaive().forecast(y, new int[0], horizon);
        }
        double spread = 1e-12;
        for (double value : y) {
            spread = Math.max(spread, Math.abs(value - y[0]));
        }
        double unit = spread;
        MultivariateFunction cost = point -> squares(y, alpha(point), y[0] + unit * point[1], theta(point));
        double[] guess = {0, 0, -2.9};
        double[] point = guess;
        try {
            point = new SimplexOptimizer(new SimpleValueChecker(1e-5, 1e-12))
                    .optimize(new MaxEval(EVALUATIONS), new ObjectiveFunction(cost), GoalType.MINIMIZE,
                            new InitialGuess(guess), new NelderMeadSimplex(3, 0.5))
                    .getPoint();
        } catch (TooManyEvaluationsException e) {
            // The guess stands: the classical Theta model.
        }
        double[] ahead = new double[horizon];
        run(y, alpha(point), y[0] + unit * point[1], theta(point), ahead);
        return ahead;
    }

    private static double alpha(double[] point) {
        return 0.01 + 0.98 / (1 + Math.exp(-point[0]));
    }

    private static double theta(double[] point) {
        return 1 + (MOST_THETA - 1) / (1 + Math.exp(-point[2]));
    }

    private static double squares(double[] y, double alpha, double level, double theta) {
        return run(y, alpha, level, theta, new double[0]);
    }

    /// Runs through the history and goes on with its own forecasts.
    ///
    /// @return the sum of squared errors from the fourth value on
    private static double run(double[] y, double alpha, double start, double theta, double[] ahead) {
        double bent = 1 - 1 / theta;
        double level = start;
        double mean = 0;
        double intercept = 0;
        double slope = 0;
        double power = 1;
        double squares = 0;
        for (int t = 0; t < y.length + ahead.length; t++) {
            double next = power * (1 - alpha);
            double line = t == 0 ? 0 : intercept * power + slope * (1 - next) / alpha;
            double expected = level + bent * line;
            double value = t < y.length ? y[t] : expected;
            if (t < y.length) {
                squares += t < 3 ? 0 : (value - expected) * (value - expected);
            } else {
                ahead[t - y.length] = expected;
            }
            level = alpha * value + (1 - alpha) * level;
            slope = t == 0 ? 0 : ((t - 1) * slope + 6 * (value - mean) / (t + 1)) / (t + 2);
            mean = (t * mean + value) / (t + 1);
            intercept = mean - slope * (t + 2) / 2;
            power = next;
        }
        return squares;
    }
}
