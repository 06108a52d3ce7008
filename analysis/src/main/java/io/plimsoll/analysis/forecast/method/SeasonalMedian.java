package io.plimsoll.analysis.forecast.method;

import java.util.stream.IntStream;

import io.plimsoll.analysis.forecast.Forecaster;
import io.plimsoll.analysis.series.Robust;

/// The middle of the last eight values at the same place of the season. Slow to follow, and nothing wild moves it.
public final class SeasonalMedian implements Forecaster {
    private static final int SEASONS = 8;

    @Override
    public String id() {
        return "seasonal-median";
    }

    @Override
    public String title() {
        return "Seasonal median";
    }

    @Override
    public String explanation() {
        return "Each value is the median of the last eight at its place in the season: a Monday's that of the last eight Mondays.";
    }

    @Override
    public String source() {
        return "Own; a robust form of the seasonal mean";
    }

    @Override
    public double[] forecast(double[] history, int[] seasons, int horizon) {
        int period = Seasons.longest(seasons, history.length);
        int n = history.length;
        return IntStream.range(0, horizon).mapToDouble(h -> {
            int newest = n - period + h % period;
            int count = Math.min(SEASONS, newest / period + 1);
            return Robust.median(IntStream.range(0, count).mapToDouble(k -> history[newest - k * period]).toArray());
        }).toArray();
    }
}
