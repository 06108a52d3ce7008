package io.plimsoll.analysis.change;

/// Which side left what both had agreed on: the last applied configuration, or the owner of the field.
public enum DriftCause {
    /// No difference, or one that is somebody's task.
    NONE("none"),
    /// The cluster was changed past Git.
    CLUSTER("changed in the cluster"),
    /// Git has moved on; the cluster still has what was applied before.
    GIT("not applied yet"),
    /// Both.
    BOTH("changed on both sides"),
    /// The dump says neither what was applied last nor who owns the field.
    UNKNOWN("unknown");

    private final String word;

    DriftCause(String word) {
        this.word = word;
    }

    /// As the command line says it.
    public String word() {
        return word;
    }
}
