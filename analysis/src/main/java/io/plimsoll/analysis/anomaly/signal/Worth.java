package io.plimsoll.analysis.anomaly.signal;

import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.series.TimeSeries;

/// Which events are worth telling: large enough, beyond what the series does now and then, not a weekly rhythm, not a workload's
/// first days, and not what pods do when they start.
final class Worth {
    private static final long FIRST = 7 * Expectation.DAY;
    private static final long LEAST_SECONDS = 7200;
    /// After a rollout or a restart caches fill and code warms up; what lasts for a day is a change.
    private static final long SETTLED = Expectation.DAY;
    private static final double NOW_AND_THEN = 0.98;
    private static final double SAME = 0.5;

    private Worth() {
    }

    /// @param restarts when containers were started anew, epoch seconds
    static boolean telling(Move move, long[] restarts) {
        long start = move.time(move.from());
        return start - move.time(0) >= FIRST && move.seconds() >= LEAST_SECONDS && isLarge(move)
                && Math.abs(move.value() - move.expected()) > move.expectation().residual(NOW_AND_THEN)
                && !isWeekly(move) && (move.seconds() >= SETTLED || !startsWithPods(move, restarts));
    }

    private static boolean isLarge(Move move) {
        double size = Math.abs(move.value() - move.expected());
        return size >= move.watched().least() && size >= move.watched().leastShare() * move.expected();
    }

    /// Whether a week or two ago the same hours were much the same.
    private static boolean isWeekly(Move move) {
        TimeSeries series = move.pods().series();
        if (move.seconds() >= FIRST) {
            return false;
        }
        for (int weeks = 1; weeks <= 2; weeks++) {
            double[] apart = new double[move.until() - move.from() + 1];
            for (int i = 0; i < apart.length; i++) {
                long before = move.time(move.from() + i) - weeks * FIRST;
                int at = Expectation.at(series, before);
                apart[i] = at < series.length() && series.times()[at] == before
                        ? Math.abs(move.reading(move.from() + i) - series.values()[at])
                        : Double.NaN;
            }
            if (Robust.median(apart) < SAME * Math.abs(move.value() - move.expected())) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithPods(Move move, long[] restarts) {
        long start = move.time(move.from());
        for (long restart : restarts) {
            if (Math.abs(restart - start) <= LEAST_SECONDS) {
                return true;
            }
        }
        return move.pods().replaced(start);
    }
}
