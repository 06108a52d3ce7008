package io.plimsoll.analysis.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// Our forecast: the equal mean of all forecasters that did about as well as the best of them at earlier origins, with split
/// conformal intervals. Equal means have been hard to beat since Bates and Granger (1969); measured in `docs/benchmarks.md`.
///
/// Stateless; the caller runs it.
public final class Combination {
    private static final double AS_GOOD_AS = 1.3;

    private Combination() {
    }

    /// @param history oldest first; `NaN` is a gap, filled by `Gaps`
    /// @param seasons lengths of the seasons in steps
    /// @param horizon at least 1
    /// @throws IllegalArgumentException if no value is finite
    public static Forecast forecast(double[] history, int[] seasons, int horizon, Progress progress,
            Cancellation cancellation) {
        return fit(history, seasons, horizon, progress, cancellation).forecast();
    }

    static Fitted fit(double[] history, int[] seasons, int horizon, Progress progress, Cancellation cancellation) {
        double[] whole = Gaps.filled(history, seasons);
        Scale scale = Scale.of(whole);
        double[] values = scale.to(whole);
        List<Forecaster> all = new ArrayList<>(Forecasters.members());
        all.add(Forecasters.NAIVE);
        Origins origins = Origins.roll(values, seasons, horizon, all, progress, cancellation);
        List<Integer> members = members(origins, all.size());
        double[][] said = all.stream().map(each -> {
            cancellation.check();
            return each.forecast(values, seasons, horizon);
        }).toArray(double[][]::new);
        Conformal conformal = Conformal.of(origins, members, horizon, values, seasons);
        Forecast forecast = new Forecast(scale.from(Origins.mean(said, members)), conformal.width(0.8),
                conformal.width(0.95), scale == Scale.LOGARITHMIC,
                members.stream().map(all::get).map(Forecaster::id).toList(),
                BacktestJudge.of(origins, members, scale, conformal, seasons));
        return new Fitted(forecast, origins.errors(members));
    }

    /// The naive forecast, the last, takes part only where none of the others is as good.
    private static List<Integer> members(Origins origins, int count) {
        if (origins.count() == 0) {
            return IntStream.range(0, count - 1).boxed().toList();
        }
        double[] errors = IntStream.range(0, count).mapToDouble(i -> origins.error(i)).toArray();
        double best = Arrays.stream(errors).min().orElse(0);
        List<Integer> good = IntStream.range(0, count - 1).filter(i -> errors[i] <= AS_GOOD_AS * best + 1e-12).boxed()
                .toList();
        return good.isEmpty() ? List.of(count - 1) : good;
    }
}
