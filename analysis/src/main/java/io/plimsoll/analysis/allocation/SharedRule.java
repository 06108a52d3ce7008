package io.plimsoll.analysis.allocation;

import java.util.Locale;

import io.plimsoll.analysis.task.StepFailure;

/// What becomes of the cost of services that work for others: control planes, `kube-system`, platform namespaces.
public enum SharedRule {
    /// Each keeps its own line.
    OWN,
    /// To the other workloads of the cluster on that day, by their cost.
    PROPORTIONAL,
    /// To the other workloads of the cluster on that day, equal parts.
    EVEN,
    /// As the keys of a file say; what no key names keeps its own line.
    KEYS;

    /// @throws StepFailure SHARED_RULE
    public static SharedRule of(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw StepFailure.wrongUsage("SHARED_RULE", "There is no rule " + text + " for shared cost.",
                    "Use own, proportional, even or keys.");
        }
    }
}
