package io.plimsoll.analysis.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

import io.plimsoll.analysis.series.Robust;

/// Split conformal intervals: as wide as the forecast's own errors at earlier origins were, each step ahead with its neighbours.
///
/// After Stankeviciute, Alaa and van der Schaar, Conformal Time-Series Forecasting (2021). Errors of one origin hang together, so that
/// the finite-sample correction counts origins and not errors.
final class Conformal {
    private static final int NEIGHBOURS = 3;
    private static final int FEWEST = 4;

    private final double[][] errors;
    private final int horizon;
    private final double naive;

    private Conformal(double[][] errors, int horizon, double naive) {
        this.errors = errors;
        this.horizon = horizon;
        this.naive = naive;
    }

    static Conformal of(Origins origins, List<Integer> members, int horizon, double[] values, int[] seasons) {
        double[][] errors = new double[origins.count()][];
        for (int origin = 0; origin < errors.length; origin++) {
            double[] said = origins.combined(origin, members);
            errors[origin] = new double[said.length];
            for (int h = 0; h < said.length; h++) {
                errors[origin][h] = Math.abs(values[origins.starts().get(origin) + h] - said[h]);
            }
        }
        return new Conformal(errors, horizon, BacktestJudge.naive(values, seasons));
    }

    double[] width(double cover) {
        return width(cover, OptionalInt.empty());
    }

    /// @param without an origin that is left out
    double[] width(double cover, OptionalInt without) {
        double[] width = new double[horizon];
        int known = 0;
        for (int h = 0; h < horizon; h++) {
            double[] near = near(h, without);
            if (near.length >= FEWEST) {
                width[h] = Robust.quantile(near, Math.min(1, cover + (1 - cover) / Math.sqrt(errors.length)));
                known = h + 1;
            } else {
                // As a random walk's errors grow; without any back-test the naive forecast's error stands in.
                double last = known == 0 ? 2 * naive : width[known - 1];
                width[h] = last * Math.sqrt((h + 1.0) / Math.max(1, known));
            }
        }
        return width;
    }

    private double[] near(int h, OptionalInt without) {
        List<Double> near = new ArrayList<>();
        for (int origin = 0; origin < errors.length; origin++) {
            if (without.isEmpty() || without.getAsInt() != origin) {
                for (int i = Math.max(0, h - NEIGHBOURS); i <= Math.min(errors[origin].length - 1,
                        h + NEIGHBOURS); i++) {
                    near.add(errors[origin][i]);
                }
            }
        }
        return near.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] errors(int origin) {
        return Arrays.copyOf(errors[origin], errors[origin].length);
    }
}
