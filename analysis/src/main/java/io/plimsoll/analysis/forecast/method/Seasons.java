package io.plimsoll.analysis.forecast.method;

import java.util.Arrays;

/// Which seasons of a series its history can show.
final class Seasons {
    private Seasons() {
    }

    /// Those that the history holds at least twice, the shortest first.
    static int[] shown(int[] seasons, int length) {
        return Arrays.stream(seasons).filter(period -> period > 1 && 2 * period <= length).sorted().distinct()
                .toArray();
    }

    /// The longest of them, 1 without any.
    static int longest(int[] seasons, int length) {
        int[] shown = shown(seasons, length);
        return shown.length == 0 ? 1 : shown[shown.length - 1];
    }
}
