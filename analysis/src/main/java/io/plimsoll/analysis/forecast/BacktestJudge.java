package io.plimsoll.analysis.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Holds what was said at earlier origins against what came.
final class BacktestJudge {
    private BacktestJudge() {
    }

    static Backtest of(Origins origins, List<Integer> members, Scale scale, Conformal conformal, int[] seasons) {
        double smape = 0;
        double absolute = 0;
        int inside = 0;
        int count = 0;
        double[] actual = scale.from(origins.history());
        for (int origin = 0; origin < origins.count(); origin++) {
            double[] said = scale.from(origins.combined(origin, members));
            double[] errors = conformal.errors(origin);
            double[] width = conformal.width(0.95, OptionalInt.of(origin));
            for (int h = 0; h < said.length; h++) {
                double came = actual[origins.starts().get(origin) + h];
                double both = Math.abs(came) + Math.abs(said[h]);
                smape += both == 0 ? 0 : 200 * Math.abs(came - said[h]) / both;
                absolute += Math.abs(came - said[h]);
                inside += errors[h] <= width[h] ? 1 : 0;
                count++;
            }
        }
        return count == 0
                ? Backtest.NONE
                : new Backtest(smape / count, absolute / count / naive(actual, seasons), (double) inside / count,
                        origins.count());
    }

    /// Mean absolute error of the seasonal naive forecast within a history.
    static double naive(double[] values, int[] seasons) {
        int period = Arrays.stream(seasons).filter(each -> 2 * each <= values.length).max().orElse(1);
        double sum = 0;
        for (int t = period; t < values.length; t++) {
            sum += Math.abs(values[t] - values[t - period]);
        }
        return values.length > period ? sum / (values.length - period) : Math.abs(values[0]);
    }
}
