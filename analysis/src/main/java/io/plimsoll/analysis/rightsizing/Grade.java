package io.plimsoll.analysis.rightsizing;

/// How far an advice may be trusted.
public enum Grade {
    /// Nothing speaks against it.
    A,
    /// Small doubts; worth a look.
    B,
    /// A strong doubt; change it only with knowledge of the workload.
    C,
    /// Refused: the data can't carry a change, or the size isn't ours to change.
    D;

    public Grade worse(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
