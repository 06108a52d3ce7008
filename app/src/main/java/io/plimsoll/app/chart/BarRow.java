package io.plimsoll.app.chart;

/// One row of a chart of horizontal bars around zero: what moved, or what an answer hangs on.
///
/// @param label left of the bar
/// @param low   zero or less
/// @param high  zero or more
/// @param text  the figure beside the bar, as it is to be read; empty for none
public record BarRow(String label, double low, double high, ChartColor lowColor, ChartColor highColor, String text) {
    public BarRow {
        if (low > 0 || high < 0) {
            throw new IllegalArgumentException("A bar runs from zero or less to zero or more");
        }
    }

    /// Falls to the left in green, rises to the right in orange.
    public static BarRow moved(String label, double value, String text) {
        return of(label, value, value < 0 ? ChartColor.C3 : ChartColor.C6, text);
    }

    public static BarRow of(String label, double value, ChartColor color, String text) {
        return new BarRow(label, Math.min(0, value), Math.max(0, value), color, color, text);
    }

    /// Both ways around zero, for a tornado.
    public static BarRow between(String label, double low, double high) {
        return new BarRow(label, low, high, ChartColor.C3, ChartColor.C6, "");
    }
}
