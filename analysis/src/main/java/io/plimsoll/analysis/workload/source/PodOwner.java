package io.plimsoll.analysis.workload.source;

/// Who a pod belongs to.
///
/// @param kind       empty if several kinds name pods so
/// @param confidence 1 if the cluster said so, less if it was read from the name
/// @param how        which rule, in words
public record PodOwner(String kind, String name, double confidence, String how) {}
