package io.plimsoll.analysis.allocation;

/// Who a part of a machine's cost goes to.
///
/// @param cluster   as the telemetry calls it, empty outside Kubernetes
/// @param namespace empty outside Kubernetes
/// @param name      the workload's, the machine's, or one of the names in underscores
public record Tenant(Kind kind, String cluster, String namespace, String name) {
    /// What was paid for and nobody claimed.
    public static final Tenant IDLE = new Tenant(Kind.IDLE, "", "", "__idle__");
    /// What no telemetry tells of: hours in which nothing of a machine was measured.
    public static final Tenant UNALLOCATED = new Tenant(Kind.UNALLOCATED, "", "", "__unallocated__");
    /// The name of a cluster's control plane.
    public static final String CONTROL_PLANE = "__control-plane__";
    /// The name of what went to a namespace that had no workload on that day.
    public static final String ABSENT = "__absent__";

    public static Tenant workload(String cluster, String namespace, String name) {
        return new Tenant(Kind.WORKLOAD, cluster, namespace, name);
    }

    public static Tenant machine(String name) {
        return new Tenant(Kind.MACHINE, "", "", name);
    }

    public static Tenant controlPlane(String cluster) {
        return new Tenant(Kind.CONTROL_PLANE, cluster, "", CONTROL_PLANE);
    }

    /// `namespace/name`, or the name where there is no namespace.
    public String title() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    /// Whether it does work of its own, so that idle and shared cost may be spread over it.
    public boolean works() {
        return kind == Kind.WORKLOAD || kind == Kind.MACHINE;
    }

    /// What sort of thing it is. `MACHINE` is a machine outside Kubernetes, its only tenant.
    public enum Kind {
        WORKLOAD, MACHINE, CONTROL_PLANE, IDLE, UNALLOCATED
    }
}
