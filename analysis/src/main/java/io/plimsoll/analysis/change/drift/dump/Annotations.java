package io.plimsoll.analysis.change.drift.dump;

/// Annotations and labels that say who wants what of an object.
public final class Annotations {
    /// What `kubectl apply` wanted last.
    public static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    /// Argo CD: `application:group/kind:namespace/name`.
    public static final String TRACKING = "argocd.argoproj.io/tracking-id";
    /// The label by which Argo CD and Helm mark what they bring.
    public static final String INSTANCE = "app.kubernetes.io/instance";
    /// On pods whose size the VPA's admission has set.
    public static final String VPA = "vpaUpdates";

    private Annotations() {
    }
}
