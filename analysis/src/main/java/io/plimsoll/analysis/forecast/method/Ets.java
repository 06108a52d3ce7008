package io.plimsoll.analysis.forecast.method;

import java.util.ArrayList;
import java.util.List;

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
import io.plimsoll.analysis.forecast.method.ExponentialSmoothing.Smoothed;
import io.plimsoll.analysis.forecast.method.ExponentialSmoothing.Weights;

/// Exponential smoothing: no, linear or damped trend, with and without a season, chosen by the corrected information criterion.
public final class Ets implements Forecaster {
    private static final int EVALUATIONS = 150;
    private static final int LONGEST_SEASON = 24;
    private static final double LEAST_DAMPING = 0.8;
    private static final double MOST_DAMPING = 0.98;

    @Override
    public String id() {
        return "ets";
    }

    @Override
    public String title() {
        return "Exponential smoothing";
    }

    @Override
    public String explanation() {
        return "Level, trend and season, each following the newest values as fast as fitted the past best; the form of the trend"
                + " and whether there is a season are chosen by the corrected Akaike criterion.";
    }

    @Override
    public String source() {
        return "Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing (2008); additive errors only";
    }

    @Override
    public double[] forecast(double[] history, int[] seasons, int horizon) {
        int[] shown = Seasons.shown(seasons, history.length);
        int period = shown.length == 0 || shown[0] > LONGEST_SEASON ? 1 : shown[0];
        Candidate best = null;
        for (Candidate each : candidates(history, period)) {
            if (best == null || each.criterion() < best.criterion()) {
                best = each;
            }
        }
        return best == null
                ? new SeasonalNaive().forecast(history, new int[0], horizon)
                : best.model().ahead(history, best.fitted(), horizon);
    }

    private static List<Candidate> candidates(double[] y, int period) {
        List<Candidate> found = new ArrayList<>();
        for (int season : period > 1 ? new int[]{1, period} : new int[]{1}) {
            for (Trend trend : Trend.values()) {
                int parameters = 1 + trend.parameters + (season > 1 ? 1 : 0);
                ExponentialSmoothing model = new ExponentialSmoothing(season, trend != Trend.NONE);
                int all = parameters + model.states() + 1;
                if (y.length > all + 2) {
                    found.add(fit(model, y, trend, season > 1, all));
                }
            }
        }
        return found;
    }

    private static Candidate fit(ExponentialSmoothing model, double[] y, Trend trend, boolean seasonal, int all) {
        int free = 1 + trend.parameters + (seasonal ? 1 : 0);
        MultivariateFunction cost = point -> Math.log(1e-300 + model.fit(y, weights(point, trend, seasonal)).squares());
        double[] guess = guess(trend, seasonal);
        double[] point = guess;
        try {
            SimplexOptimizer optimizer = new SimplexOptimizer(new SimpleValueChecker(1e-5, 1e-4));
            point = optimizer.optimize(new MaxEval(EVALUATIONS), new ObjectiveFunction(cost), GoalType.MINIMIZE,
                    new InitialGuess(guess), new NelderMeadSimplex(free, 1)).getPoint();
        } catch (TooManyEvaluationsException e) {
            // The guess stands: a fit that does not settle is no better.
        }
        Smoothed fitted = model.fit(y, weights(point, trend, seasonal));
        int n = y.length;
        double criterion = n * Math.log(1e-300 + fitted.squares() / n) + 2.0 * all
                + 2.0 * all * (all + 1) / (n - all - 1);
        return new Candidate(model, fitted, criterion);
    }

    private static double[] guess(Trend trend, boolean seasonal) {
        double[] guess = new double[1 + trend.parameters + (seasonal ? 1 : 0)];
        int at = 0;
        guess[at++] = logit(0.3);
        if (trend != Trend.NONE) {
            guess[at++] = logit(0.1);
        }
        if (trend == Trend.DAMPED) {
            guess[at++] = logit(0.8);
        }
        if (seasonal) {
            guess[at] = logit(0.1);
        }
        return guess;
    }

    /// Any point means admissible weights: `0 < β < α < 1`, `0 < γ < 1 - α`.
    private static Weights weights(double[] point, Trend trend, boolean seasonal) {
        int at = 0;
        double level = share(point[at++]);
        double slope = trend == Trend.NONE ? 0 : level * share(point[at++]);
        double damping = trend == Trend.DAMPED
                ? LEAST_DAMPING + (MOST_DAMPING - LEAST_DAMPING) * share(point[at++])
                : 1;
        double season = seasonal ? (1 - level) * share(point[at]) : 0;
        return new Weights(level, slope, season, damping);
    }

    private static double share(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    private enum Trend {
        NONE(0), LINEAR(1), DAMPED(2);

        private final int parameters;

        Trend(int parameters) {
            this.parameters = parameters;
        }
    }

    private record Candidate(ExponentialSmoothing model, Smoothed fitted, double criterion) {}
}
