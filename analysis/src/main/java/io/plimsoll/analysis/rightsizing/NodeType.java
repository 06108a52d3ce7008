package io.plimsoll.analysis.rightsizing;

/// A machine type as a node of Kubernetes.
///
/// @param type      with its price per hour on demand
/// @param cpuMillis what is left to pods, in thousandths of a core
/// @param memory    what is left to pods, in bytes
/// @param maxPods   that the kubelet takes
/// @param rule      where these three come from, as a sentence's part
public record NodeType(VmType type, long cpuMillis, long memory, int maxPods, String rule) {
    public NodeType {
        if (cpuMillis < 0 || memory < 0 || maxPods < 0) {
            throw new IllegalArgumentException("A node has no less than nothing: " + type.name());
        }
    }

    public String name() {
        return type.name();
    }
}
