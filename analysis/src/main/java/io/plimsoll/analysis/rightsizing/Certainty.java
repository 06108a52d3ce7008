package io.plimsoll.analysis.rightsizing;

/// How sure it is that a resource is idle.
public enum Certainty {
    /// The provider's own meter says so.
    CERTAIN,
    /// What was measured or billed points to it, and nothing against it.
    PROBABLE,
    /// A sign only; ask the owner.
    POSSIBLE
}
