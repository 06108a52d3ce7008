package io.plimsoll.analysis.forecast;

import java.util.List;

/// A series continued, step by step.
///
/// @param mean     the expected values; the middle of what may come
/// @param width80  half the width of the interval that holds 80 % of outcomes, on the scale of `logs`
/// @param width95  the same for 95 %
/// @param logs     whether intervals are a factor (`mean × e^±width`) and not a sum
/// @param methods  ids of the forecasters that it is the mean of
/// @param backtest how the same procedure did before
public record Forecast(double[] mean, double[] width80, double[] width95, boolean logs, List<String> methods,
        Backtest backtest) {
    public Forecast {
        methods = List.copyOf(methods);
    }

    public int horizon() {
        return mean.length;
    }

    /// Lower end of an interval.
    ///
    /// @param width `width80` or `width95`
    public double low(int step, double[] width) {
        return logs ? mean[step] * Math.exp(-width[step]) : mean[step] - width[step];
    }

    /// Upper end of an interval.
    ///
    /// @param width `width80` or `width95`
    public double high(int step, double[] width) {
        return logs ? mean[step] * Math.exp(width[step]) : mean[step] + width[step];
    }
}
