package io.plimsoll.analysis.rightsizing.idle;

/// A node of a cluster.
///
/// @param pods       that were measured on it
/// @param daemonPods those of them that every node carries
public record NodeLoad(String node, int pods, int daemonPods) {}
