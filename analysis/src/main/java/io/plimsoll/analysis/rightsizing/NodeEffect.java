package io.plimsoll.analysis.rightsizing;

import java.util.List;
import java.util.OptionalInt;

import io.plimsoll.analysis.unit.Money;

/// What another size of one workload does to the nodes that it shares with others.
///
/// Packing is first fit decreasing by the larger of the CPU and memory shares, then consolidation. It knows requests, DaemonSets and
/// what the system reserves; it ignores anti-affinity, topology spread, taints and volumes, which can only ask for more nodes.
///
/// @param pool     the workloads on these nodes, by title, the changed one first
/// @param type     chosen, or the present one
/// @param assumed  whether the present type is not known and `type` stands in for it
/// @param measured nodes that the pool's pods were seen on at the end of the telemetry, or else machines billed for it
/// @param now      the present pods packed onto the present type
/// @param then     the pods after the change packed onto `type`
/// @param low      lower end of the 80 % range of the nodes then: pods that arrive in random order
/// @param high     upper end
/// @param best     the cheapest plan of all candidate types for the pods then
/// @param bestType its type
/// @param removal  when fewer nodes cost less
/// @param notes    what else to know, in sentences
public record NodeEffect(List<String> pool, NodeType type, boolean assumed, OptionalInt measured, NodePlan now,
        NodePlan then, int low, int high, NodePlan best, NodeType bestType, NodeRemoval removal, List<String> notes) {
    public NodeEffect {
        pool = List.copyOf(pool);
        notes = List.copyOf(notes);
    }

    /// At list price; below 0 if more nodes are needed.
    public Money monthlySaving() {
        return now.monthly().minus(then.monthly());
    }
}
