package io.plimsoll.analysis.rightsizing.idle;

import java.util.List;

import io.plimsoll.analysis.rightsizing.IdleKind;

/// Every rule. A new one is a class and a line here.
public final class IdleRules {
    private static final List<IdleRule> ALL = List.of(new UnattachedVolumes(), new UnusedAddresses(),
            NoTraffic.loadBalancers(), NoTraffic.gateways(), new OldSnapshots(), new IdleMachines(),
            new SilentMachines(), new EmptyNodeGroups(), new IdleGpus(), new UnusedCommitments());

    private IdleRules() {
    }

    public static List<IdleRule> all() {
        return ALL;
    }

    /// What is done about a kind of waste.
    static String remedy(IdleKind kind) {
        return switch (kind) {
            case UNATTACHED_VOLUME -> "Keep a snapshot if its data may be needed, then delete the volume.";
            case UNUSED_ADDRESS -> "Release the address, unless somebody else's rules name it.";
            case IDLE_LOAD_BALANCER -> "Delete the load balancer, in Kubernetes the Service or Ingress that made it.";
            case IDLE_NAT_GATEWAY -> "Delete the gateway and its routes; endpoints of the services used cost less.";
            case OLD_SNAPSHOT -> "Delete it, or move it to an archive tier, if no rule of retention needs it.";
            case IDLE_MACHINE -> "Stop it, or put it on a schedule; its type can be smaller in any case.";
            case SILENT_MACHINE -> "See whether it runs. If it is stopped but still allocated, deallocate or delete it;"
                    + " if it runs, have it watched.";
            case EMPTY_NODE_GROUP -> "Set the group's minimum to 0, or delete the group.";
            case IDLE_GPU -> "Ask the owner: fewer replicas, sharing, or a smaller slice of a GPU.";
            case UNUSED_COMMITMENT ->
                "Sell or exchange it where the provider allows that, or move usage on demand under it.";
        };
    }
}
