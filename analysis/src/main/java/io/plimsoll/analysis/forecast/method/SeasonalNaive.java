package io.plimsoll.analysis.forecast.method;

import java.util.stream.IntStream;

import io.plimsoll.analysis.forecast.Forecaster;

/// The last season once more; without a season, the last value. Every other forecaster must earn its place beside it.
public final class SeasonalNaive implements Forecaster {
    @Override
    public String id() {
        return "seasonal-naive";
    }

    @Override
    public String title() {
        return "Seasonal naive";
    }

    @Override
    public String explanation() {
        return "Each value is that of one season before: a Monday's is that of the Monday before.";
    }

    @Override
    public String source() {
        return "Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, section 5.2";
    }

    @Override
    public double[] forecast(double[] history, int[] seasons, int horizon) {
        int period = Seasons.longest(seasons, history.length);
        int n = history.length;
        return IntStream.range(0, horizon).mapToDouble(h -> history[n - period + h % period]).toArray();
    }
}
