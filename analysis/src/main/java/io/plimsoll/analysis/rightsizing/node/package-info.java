/// Pods onto nodes: what a machine leaves to pods, first fit decreasing, consolidation. Pure computation over arrays, but for the reading
/// of the pods that share nodes.
package io.plimsoll.analysis.rightsizing.node;
