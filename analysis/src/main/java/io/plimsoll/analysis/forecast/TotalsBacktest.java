package io.plimsoll.analysis.forecast;

/// How totals of 30 days were forecast at earlier points in time, the whole procedure made anew with what was known then.
///
/// @param error   mean of |said - came| / came, percent; `NaN` without a back-test
/// @param cover80 share of totals within their 80 % interval
/// @param cover95 share of totals within their 95 % interval
/// @param windows how many totals
public record TotalsBacktest(double error, double cover80, double cover95, int windows) {
    /// How many days a total has.
    public static final int DAYS = 30;
    /// The history is too short.
    public static final TotalsBacktest NONE = new TotalsBacktest(Double.NaN, Double.NaN, Double.NaN, 0);
}
