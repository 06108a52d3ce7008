package io.plimsoll.analysis.forecast;

/// How a forecast did when it was made on shorter histories and held against what came.
///
/// @param smape   mean of `200 |f - y| / (|f| + |y|)`, percent; `NaN` without a back-test
/// @param mase    mean absolute error by that of the seasonal naive forecast one season ahead in the history; below 1 is better
/// @param cover95 share of values within their 95 % interval, each interval made without the origin that it is held against
/// @param origins from how many points in time
public record Backtest(double smape, double mase, double cover95, int origins) {
    /// The history is too short.
    public static final Backtest NONE = new Backtest(Double.NaN, Double.NaN, Double.NaN, 0);
}
