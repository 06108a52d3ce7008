package io.plimsoll.analysis.rightsizing;

/// The kernel killed a container for want of memory.
///
/// @param replica name of the replica as in `ReplicaUsage`
/// @param time    epoch seconds UTC
public record OomKill(String replica, long time) {}
