package io.plimsoll.analysis.anomaly.cause;

import java.time.Duration;
import java.time.Instant;

/// How long it takes from the commit to the cluster. Of what GitOps rolls out by itself most is there within minutes to few hours;
/// some waits for a person, a window or the next run of a job. A mixture of two exponential distributions; before the commit nothing.
final class Reconcile {
    private static final double PROMPT = 0.8;
    private static final double PROMPT_HOURS = 2;
    private static final double LATE_HOURS = 30;

    private Reconcile() {
    }

    /// Chance an hour that a commit takes effect where the change lies.
    static double density(Instant commit, ChangeTime time) {
        double density = 0;
        for (ChangeTime.Window window : time.windows()) {
            double from = hours(commit, window.from());
            double to = hours(commit, window.to());
            density += window.chance() * (done(to) - done(from)) / (to - from);
        }
        return density;
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / 3600.0;
    }

    private static double done(double hours) {
        return hours <= 0
                ? 0
                : 1 - PROMPT * Math.exp(-hours / PROMPT_HOURS) - (1 - PROMPT) * Math.exp(-hours / LATE_HOURS);
    }
}
