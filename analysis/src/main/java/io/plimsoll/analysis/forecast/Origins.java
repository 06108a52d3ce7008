package io.plimsoll.analysis.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// What every forecaster would have said at earlier points in time.
///
/// @param history  on the scale that is forecast
/// @param starts   index of the first value that was not known, newest origin first
/// @param said     by origin and forecaster, as far ahead as there are values to hold it against
record Origins(double[] history, List<Integer> starts, List<double[][]> said) {
    private static final int MOST = 20;

    static Origins roll(double[] history, int[] seasons, int horizon, List<Forecaster> forecasters, Progress progress,
            Cancellation cancellation) {
        int n = history.length;
        int longest = Arrays.stream(seasons).filter(period -> 2 * period <= n).max().orElse(1);
        int least = Math.max(n / 2, 2 * longest + 4);
        int first = n - Math.min(horizon, Math.max(1, (n - least) / 2));
        int step = step((first - least) / MOST, seasons);
        List<Integer> starts = new ArrayList<>();
        List<double[][]> said = new ArrayList<>();
        for (int start = first; start >= least && starts.size() < MOST; start -= step) {
            progress.update("Back-test", (double) starts.size() / MOST);
            double[] known = Arrays.copyOf(history, start);
            int ahead = Math.min(horizon, n - start);
            double[][] each = new double[forecasters.size()][];
            for (int i = 0; i < each.length; i++) {
                cancellation.check();
                each[i] = forecasters.get(i).forecast(known, seasons, ahead);
            }
            starts.add(start);
            said.add(each);
        }
        return new Origins(history, starts, said);
    }

    /// Origins cover the newer half of the history, and no season's place again and again.
    private static int step(int most, int[] seasons) {
        return most > 1 && Arrays.stream(seasons).anyMatch(period -> most % period == 0) ? most - 1 : Math.max(1, most);
    }

    int count() {
        return starts.size();
    }

    /// The mean of what some of them said.
    double[] combined(int origin, List<Integer> members) {
        return mean(said.get(origin), members);
    }

    /// Came minus said, by origin.
    List<double[]> errors(List<Integer> members) {
        List<double[]> errors = new ArrayList<>();
        for (int origin = 0; origin < count(); origin++) {
            double[] error = combined(origin, members);
            for (int h = 0; h < error.length; h++) {
                error[h] = history[starts.get(origin) + h] - error[h];
            }
            errors.add(error);
        }
        return errors;
    }

    static double[] mean(double[][] each, List<Integer> members) {
        double[] mean = new double[each[0].length];
        for (int member : members) {
            for (int h = 0; h < mean.length; h++) {
                mean[h] += each[member][h] / members.size();
            }
        }
        return mean;
    }

    /// Mean absolute error of one over all origins.
    double error(int member) {
        double sum = 0;
        int count = 0;
        for (int origin = 0; origin < count(); origin++) {
            double[] ahead = said.get(origin)[member];
            for (int h = 0; h < ahead.length; h++) {
                sum += Math.abs(history[starts.get(origin) + h] - ahead[h]);
                count++;
            }
        }
        return sum / count;
    }
}
