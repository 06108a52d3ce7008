package io.plimsoll.app.chart;

import java.util.Locale;

/// A colour by its part in the design; the theme says what it looks like. `C1` to `C8` tell series apart, also for eyes
/// that see red and green alike (Okabe and Ito).
public enum ChartColor {
    C1, C2, C3, C4, C5, C6, C7, C8, ACCENT, ACCENT_BG, GOOD, GOOD_BG, WARN, WARN_BG, BAD, BAD_BG, INK, INK2, INK3, LINE,
    GRID, PANEL;

    private static final ChartColor[] SERIES = {C1, C2, C3, C4, C5, C6, C7};

    /// The colour of the n-th series; `C8` is kept for what is left over.
    public static ChartColor ofSeries(int index) {
        return SERIES[index % SERIES.length];
    }

    String property() {
        return "-chart-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
