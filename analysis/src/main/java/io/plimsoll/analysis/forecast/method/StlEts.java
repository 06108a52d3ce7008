package io.plimsoll.analysis.forecast.method;

import io.plimsoll.analysis.forecast.Forecaster;

/// Exponential smoothing of what is left without the seasons, which are added again.
public final class StlEts implements Forecaster {
    private static final int WIDTH = 25;

    @Override
    public String id() {
        return "stl-ets";
    }

    @Override
    public String title() {
        return "STL and exponential smoothing";
    }

    @Override
    public String explanation() {
        return "Seasons are taken out robustly and go on as they last were; the rest is continued by exponential smoothing.";
    }

    @Override
    public String source() {
        return "Cleveland, Cleveland, McRae and Terpenning, STL (1990); Bandara, Hyndman and Bergmeir, MSTL (2021)";
    }

    @Override
    public double[] forecast(double[] history, int[] seasons, int horizon) {
        Decomposition parts = Decomposition.of(history, seasons, WIDTH);
        double[] ahead = new Ets().forecast(parts.adjusted(), new int[0], horizon);
        for (int h = 0; h < horizon; h++) {
            ahead[h] += parts.season(h);
        }
        return ahead;
    }
}
