package io.plimsoll.analysis.workload;

/// Names a workload. A part that no source knows is empty; an empty part agrees with any other.
///
/// @param cluster   as the telemetry or the bill calls it
/// @param namespace empty for a machine
/// @param kind      the owner's kind in the manifest: `Deployment`, `SparkApplication`, or `Machine`
/// @param name      of the owner
/// @param container the one that does the work; sidecars are in `Workload.use`
public record WorkloadKey(String cluster, String namespace, String kind, String name, String container) {
    /// The kind of a billed machine outside Kubernetes.
    public static final String MACHINE = "Machine";

    /// Whether both may name the same workload; containers are not looked at.
    public boolean agrees(WorkloadKey other) {
        return name.equals(other.name) && agree(cluster, other.cluster) && agree(namespace, other.namespace)
                && agree(kind, other.kind);
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    @Override
    public String toString() {
        return String.join("/", cluster, namespace, kind, name, container);
    }
}
