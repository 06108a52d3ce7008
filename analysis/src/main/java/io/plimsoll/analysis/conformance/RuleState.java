package io.plimsoll.analysis.conformance;

/// What became of a rule.
public enum RuleState {
    FAILED, PASSED, NOT_RUNNABLE, NOT_APPLICABLE;

    /// As the command line and JSON say it.
    public String text() {
        return switch (this) {
            case FAILED -> "failed";
            case PASSED -> "passed";
            case NOT_RUNNABLE -> "not runnable";
            case NOT_APPLICABLE -> "not applicable";
        };
    }
}
