package io.plimsoll.analysis.rightsizing.scaling;

import io.plimsoll.analysis.rightsizing.advice.Sentence;

/// What becomes of a horizontal autoscaler's pods when their CPU request changes.
///
/// @param percent   the target as it is, in per cent of the request
/// @param target    the one that keeps the use at which it scales, at most 100
/// @param now       replayed with today's request and target
/// @param kept      with the new request and the new target
/// @param untouched with the new request and today's target
public record ScaledSize(int percent, int target, ScalingReplay.Outcome now, ScalingReplay.Outcome kept,
        ScalingReplay.Outcome untouched) {
    private static final double MORE = 1.05;
    /// A target in whole per cent can't do better.
    private static final double SAME = 0.02;

    /// Whether the new target does not bring noticeably more pods: that much is lost where it would have to be above 100 %.
    public boolean holds() {
        return kept.mean() <= MORE * now.mean();
    }

    /// What to do about it, with the numbers of pods.
    String sentence() {
        String today = Sentence.of("%.1f on average and %d at most", now.mean(), now.peak());
        String then = Sentence.of("%.1f and %d", kept.mean(), kept.peak());
        boolean same = Math.abs(kept.mean() - now.mean()) <= SAME * now.mean() && kept.peak() == now.peak();
        String first = Sentence.of("%s its target from %d %% to %d %% in the same change, and the pods ",
                target < percent ? "lower" : "raise", percent, target)
                + (same ? "stay at " + today : "go from " + today + " to " + then);
        return first + Sentence.of("; with the old target they would go to %.1f and %d.", untouched.mean(),
                untouched.peak());
    }
}
