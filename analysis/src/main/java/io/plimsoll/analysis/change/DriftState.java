package io.plimsoll.analysis.change;

/// How a cost field in the cluster stands to the same field in Git.
public enum DriftState {
    /// The same amount, however each is written.
    EQUAL("equal"),
    /// Another amount.
    DIFFERS("differs"),
    /// Pods run with another size than their template says: resized in place.
    RESIZED("resized in place"),
    /// Git has it, the dump does not: not deployed, or another cluster.
    ONLY_IN_GIT("only in Git"),
    /// The cluster has it, Git does not: unmanaged, or filled in by a default.
    ONLY_IN_CLUSTER("only in cluster"),
    /// A HorizontalPodAutoscaler sets it.
    HPA("owned by the HPA"),
    /// KEDA sets it.
    KEDA("owned by KEDA"),
    /// A VerticalPodAutoscaler sets it.
    VPA("owned by the VPA"),
    /// An Argo CD Application says that this difference is not one.
    IGNORED("ignored by Argo CD"),
    /// What Git says is a template, or several places say different things.
    NOT_COMPARABLE("not comparable");

    private final String word;

    DriftState(String word) {
        this.word = word;
    }

    /// As the command line says it.
    public String word() {
        return word;
    }

    /// Whether Git and the cluster say different things, and nobody is meant to make them.
    public boolean isDifference() {
        return this == DIFFERS || this == RESIZED;
    }
}
