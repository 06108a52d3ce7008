package io.plimsoll.analysis.workload;

import java.time.Instant;

/// The user's word that something belongs to a workload.
///
/// @param item   a resource id, an owner of pods as `cluster/namespace/kind/name`, or `DeclaredWorkload.item`
/// @param target its empty parts agree with any
public record Pin(Side side, String item, WorkloadKey target, Instant pinned) {}
