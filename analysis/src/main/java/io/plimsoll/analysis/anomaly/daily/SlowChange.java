package io.plimsoll.analysis.anomaly.daily;

import java.util.ArrayDeque;
import java.util.Deque;

/// The slow detector: last week's level against the three weeks that ended a fortnight ago, compared with how that
/// difference behaved before, so that a lake that always grows is not a drift but one that begins to grow faster is.
///
/// A change that builds up slowly would teach itself: its first small differences would be the past of the larger ones. So a
/// difference is learned only `LAG` days after it was measured, the time that a steady growth needs to show in full, and
/// not at all once a drift was told in between. Its spread is never taken for less than the noise of single days lets expect,
/// because a short past of such differences, which overlap, looks calmer than it is.
final class SlowChange {
    private static final int WEEK = 7;
    private static final int NEAR = 13;
    private static final int FAR = 34;
    private static final int PERSIST = 3;
    private static final int LAG = 21;
    /// Standard error of the difference of two medians, of 7 and of 21 days, in deviations of a day: `sqrt(pi / 2 * (1/7 + 1/21))`
    /// is 0.55, a little more because neighbouring days are alike.
    private static final double OF_A_DAY = 0.6;

    private final Baseline baseline;
    private final Gates gates;
    private final MovingMedian week;
    private final MovingMedian before;
    private final Deviation past = new Deviation();
    private final Deque<Double> waiting = new ArrayDeque<>();
    private int streak;

    private double difference = Double.NaN;
    private double distance;
    private double scale = 1;

    SlowChange(Baseline baseline, Gates gates) {
        this.baseline = baseline;
        this.gates = gates;
        this.week = new MovingMedian(baseline, WEEK);
        this.before = new MovingMedian(baseline, FAR - NEAR);
    }

    /// Measures on day `t`, which must be remembered already. Nothing is measured across a step: the week may look different
    /// behind it, and that is no drift.
    ///
    /// @param regime first day of the present level
    /// @param noise  robust standard deviation of a day
    void measure(int t, int regime, double noise) {
        difference = t - regime < FAR ? Double.NaN : week.of(t - WEEK + 1, t + 1) - referenceLevel(t);
        if (!Double.isNaN(difference) && past.calibrated()) {
            double centre = past.centre();
            distance = difference - centre;
            scale = past.scale(centre, Math.max(gates.floor(), OF_A_DAY * noise));
        } else {
            distance = 0;
        }
        boolean out = Math.abs(distance) >= gates.slow() * scale;
        streak = out ? (streak * distance > 0 ? streak : 0) + (int) Math.signum(distance) : 0;
    }

    /// Has differed for some days in a row, all to the same side.
    boolean fires() {
        return Math.abs(streak) >= PERSIST;
    }

    boolean over() {
        return Math.abs(distance) < gates.slow() * scale / 2;
    }

    /// Takes today's difference as usual, once it is clear that it was no beginning of a drift.
    void learn() {
        waiting.add(difference);
        if (waiting.size() > LAG) {
            double old = waiting.remove();
            if (!Double.isNaN(old)) {
                past.add(old);
            }
        }
    }

    /// A drift is told: what led to it is nothing usual.
    void forget() {
        waiting.clear();
    }

    double deviations() {
        return distance / scale;
    }

    double distance() {
        return distance;
    }

    double referenceLevel(int t) {
        return before.of(t - FAR, t - NEAR);
    }

    /// Where it began: the day after the last one that was still nearer to the old level than a quarter of the change.
    int onset(int t) {
        double edge = referenceLevel(t) + difference / 4;
        for (int i = t - 1; i > t - FAR + WEEK; i--) {
            double day = baseline.medianOf(i - 1, i + 2);
            if (distance > 0 ? day < edge : day > edge) {
                return i + 1;
            }
        }
        return t - FAR + WEEK;
    }
}
