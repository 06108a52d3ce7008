package io.plimsoll.analysis.rightsizing.pod;

/// A container of a pod beside the main one.
///
/// @param role   when it runs
/// @param cores  it requests; 0 for none
/// @param memory bytes it requests; 0 for none
public record PodPart(String name, Role role, double cores, double memory) {
    /// When a container runs.
    public enum Role {
        /// Beside the main one.
        BESIDE,
        /// An init container with `restartPolicy: Always`, which stays (Kubernetes' native side-car).
        SIDECAR,
        /// Before the main one, then gone.
        INIT
    }

    boolean stays() {
        return role != Role.INIT;
    }
}
