package io.plimsoll.analysis.workload;

/// How sure an identity is.
public enum LinkState {
    /// At least two sources name this workload, each by one best candidate.
    MATCHED,
    /// Several candidates are equally good; none is taken until the user pins one.
    AMBIGUOUS,
    /// Only one source knows it.
    UNMATCHED
}
