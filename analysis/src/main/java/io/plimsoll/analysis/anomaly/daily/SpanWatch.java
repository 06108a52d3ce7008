package io.plimsoll.analysis.anomaly.daily;

import org.jspecify.annotations.Nullable;

/// Watches the mean of the last few quiet days: a small move that no single day shows.
///
/// For one series; not thread-safe.
final class SpanWatch {
    private static final int[] SPANS = {3, 6};
    /// A mean of a few days wobbles less than a day does, but not by the square root: neighbours are alike.
    private static final double SPAN_FLOOR = 0.7;

    private final double[] x;
    private final Judgement judgement;
    private final Gates gates;
    private final Deviation[] spans = {new Deviation(), new Deviation()};

    /// @param x         on the cost scale
    /// @param judgement of the days so far; filled by the caller
    SpanWatch(double[] x, Judgement judgement, Gates gates) {
        this.x = x;
        this.judgement = judgement;
        this.gates = gates;
    }

    /// Days up to `t` that lie off together.
    ///
    /// @param deviations of their mean, signed
    record Stray(int first, double deviations) {}

    /// Judges the spans that end with day `t`, the shortest first; where none strays, all of them are learnt.
    ///
    /// @param quietSince first day of the present quiet time
    @Nullable
    Stray judge(int t, int quietSince) {
        for (int s = 0; s < SPANS.length; s++) {
            double stray = stray(t, SPANS[s], quietSince);
            // The spread costs most, so what is not on one side is not held against it.
            if (!Double.isNaN(stray) && spans[s].calibrated() && oneSided(t, SPANS[s])) {
                double deviations = stray / spans[s].scale(gates.floor() * SPAN_FLOOR);
                if (Math.abs(deviations) >= gates.days()) {
                    spans[s].add(stray);
                    return new Stray(t - SPANS[s] + 1, deviations);
                }
            }
        }
        learn(t, quietSince);
        return null;
    }

    void learn(int t, int quietSince) {
        for (int s = 0; s < SPANS.length; s++) {
            double stray = stray(t, SPANS[s], quietSince);
            if (!Double.isNaN(stray)) {
                spans[s].add(stray);
            }
        }
    }

    /// Mean of the last `span` days over the level that was known before them, `NaN` unless all were quiet.
    private double stray(int t, int span, int quietSince) {
        int first = t - span + 1;
        if (first < Math.max(quietSince, 0)) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = first; i <= t; i++) {
            sum += x[i] - judgement.season(i);
        }
        return sum / span - judgement.level(first);
    }

    private boolean oneSided(int t, int span) {
        double level = judgement.level(t - span + 1);
        double sign = Math.signum(x[t] - judgement.season(t) - level);
        for (int i = t - span + 1; i <= t; i++) {
            if ((x[i] - judgement.season(i) - level) * sign <= 0) {
                return false;
            }
        }
        return true;
    }
}
