package io.plimsoll.analysis.anomaly.signal;

import io.plimsoll.analysis.anomaly.Domain;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.series.TimeSeries;

/// Which events are worth telling: large and long enough, beyond what the series does now and then, not a weekly rhythm, not a
/// workload's first days, and not what pods do when they start.
///
/// More use for some hours is what headroom is for, and where it hurts latency tells it; so use must be unusual for six hours, and
/// must not have been as unusual before, where the rest is told each time that it lasts for two.
final class Worth {
    private static final long FIRST = 7 * Expectation.DAY;
    private static final long LEAST_SECONDS = 7200;
    private static final long LEAST_OF_USE = 6 * 3600L;
    private static final long REMEMBERED = 28 * Expectation.DAY;
    private static final int SEEN = 2;
    private static final double AS_FAR = 0.8;
    /// After a rollout or a restart caches fill and code warms up; what lasts for a day is a change.
    private static final long SETTLED = Expectation.DAY;
    private static final double NOW_AND_THEN = 0.98;
    private static final double SAME = 0.5;

    private Worth() {
    }

    /// @param restarts when containers were started anew, epoch seconds
    static boolean telling(Move move, long[] restarts) {
        long start = move.time(move.from());
        boolean use = move.watched().domain() == Domain.USE;
        return start - move.time(0) >= FIRST && move.seconds() >= (use ? LEAST_OF_USE : LEAST_SECONDS) && isLarge(move)
                && size(move) > move.expectation().residual(NOW_AND_THEN) && !(use && isKnown(move))
                && !isWeekly(move) && (move.seconds() >= SETTLED || !startsWithPods(move, restarts));
    }

    private static double size(Move move) {
        return Math.abs(move.value() - move.expected());
    }

    /// Whether it was about as far off, the same way, in the four weeks before.
    private static boolean isKnown(Move move) {
        TimeSeries series = move.pods().series();
        double sign = move.up() ? 1 : -1;
        int seen = 0;
        for (int i = move.from() - 1; i >= 0 && move.time(i) >= move.time(move.from()) - REMEMBERED; i--) {
            double off = sign * (series.values()[i] - move.expectation().of(move.time(i)));
            seen += off >= AS_FAR * size(move) ? 1 : 0;
        }
        return seen >= SEEN;
    }

    private static boolean isLarge(Move move) {
        return size(move) >= move.watched().least() && size(move) >= move.watched().leastShare() * move.expected();
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
            if (Robust.median(apart) < SAME * size(move)) {
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
