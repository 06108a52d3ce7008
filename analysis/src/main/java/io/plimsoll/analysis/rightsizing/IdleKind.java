package io.plimsoll.analysis.rightsizing;

import java.util.Locale;

/// What sort of waste a resource is. The names are stable: scripts and the ledger carry them.
public enum IdleKind {
    /// A disk whose machine is gone, or is not running.
    UNATTACHED_VOLUME,
    /// A public address that nothing uses.
    UNUSED_ADDRESS,
    /// A load balancer that balances nothing.
    IDLE_LOAD_BALANCER,
    /// A gateway through which nothing goes.
    IDLE_NAT_GATEWAY,
    /// A snapshot that is kept for long.
    OLD_SNAPSHOT,
    /// A machine that does next to nothing.
    IDLE_MACHINE,
    /// A machine that is billed, but whose telemetry ended while that of others went on: stopped, or not watched.
    SILENT_MACHINE,
    /// Nodes of a group that carry no pod but those that every node carries.
    EMPTY_NODE_GROUP,
    /// A GPU that computes little.
    IDLE_GPU,
    /// A commitment that nothing used.
    UNUSED_COMMITMENT;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
