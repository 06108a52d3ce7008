package io.plimsoll.analysis.rightsizing;

import java.util.Map;

import io.plimsoll.analysis.unit.Money;

/// Pods on nodes.
///
/// @param byType      how many nodes of each type, by name; smaller ones than the chosen type come from consolidation
/// @param lowerBound  fewer nodes of the chosen type can't hold the pods, however they are placed
/// @param tightest    the fewest nodes of the chosen type that any packing found; what placing pods by hand might reach
/// @param packed      nodes after first fit decreasing, before consolidation
/// @param cpuShare    requested share of what all nodes leave to pods, in 0..1
/// @param memoryShare likewise
/// @param misfits     pods that are larger than an empty node
/// @param monthly     all nodes for 730 h on demand
public record NodePlan(Map<String, Integer> byType, int lowerBound, int tightest, int packed, double cpuShare,
        double memoryShare,
        int misfits, Money monthly) {
    public NodePlan {
        byType = Map.copyOf(byType);
    }

    public int nodes() {
        return byType.values().stream().mapToInt(Integer::intValue).sum();
    }
}
