package io.plimsoll.analysis.allocation;

import java.util.Locale;

import io.plimsoll.analysis.task.StepFailure;

/// What becomes of the cost of capacity that nobody claimed.
public enum IdleRule {
    /// A line of its own, `__idle__`.
    OWN,
    /// To the workloads of the same machine and day, by their cost there.
    PROPORTIONAL,
    /// To the workloads of the same machine and day, equal parts.
    EVEN,
    /// To all workloads of the cluster on that day, by their cost.
    CLUSTER;

    /// @throws StepFailure IDLE_RULE
    public static IdleRule of(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw StepFailure.wrongUsage("IDLE_RULE", "There is no rule " + text + " for idle cost.",
                    "Use own, proportional, even or cluster.");
        }
    }
}
