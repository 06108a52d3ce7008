package io.plimsoll.analysis.allocation.source;

import io.plimsoll.analysis.allocation.Tenant;
import io.plimsoll.analysis.workload.Workload;

/// Where a container runs.
///
/// @param workload the identity that it belongs to
/// @param pod      or the machine's resource id
/// @param node     `cluster/node`; of a machine outside Kubernetes its resource id; empty where the telemetry does not say
record Place(Tenant tenant, Workload workload, String pod, String container, String node) {
    boolean isMachine() {
        return tenant.kind() == Tenant.Kind.MACHINE;
    }

    /// Within which its cost may be spread.
    String scope() {
        return isMachine() ? node : tenant.cluster();
    }

    /// The node, or a stand-in where there is none: all of a workload's pods without a node are taken together.
    String nodeOrWorkload() {
        return node.isEmpty() ? "\0" + tenant.cluster() + "/" + tenant.title() : node;
    }
}
