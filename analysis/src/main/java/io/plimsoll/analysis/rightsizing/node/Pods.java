package io.plimsoll.analysis.rightsizing.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pods by distinct size, the largest first: by the larger of their shares of a node's CPU and memory. Arrays of one length.
final class Pods {
    final long[] cpu;
    final long[] memory;
    final int[] count;

    private Pods(List<PodGroup> sizes) {
        cpu = sizes.stream().mapToLong(PodGroup::cpuMillis).toArray();
        memory = sizes.stream().mapToLong(PodGroup::memory).toArray();
        count = sizes.stream().mapToInt(PodGroup::count).toArray();
    }

    /// Those that an empty node holds.
    static Pods of(List<PodGroup> groups, NodeSpace node) {
        Map<Long, Map<Long, Integer>> counts = new LinkedHashMap<>();
        for (PodGroup each : groups) {
            if (each.count() > 0 && node.holds(each.cpuMillis(), each.memory())) {
                counts.computeIfAbsent(each.cpuMillis(), key -> new LinkedHashMap<>()).merge(each.memory(),
                        each.count(), Integer::sum);
            }
        }
        List<PodGroup> sizes = new ArrayList<>();
        counts.forEach((cpu, byMemory) -> byMemory
                .forEach((memory, count) -> sizes.add(new PodGroup("", cpu, memory, count))));
        sizes.sort(Comparator.comparingDouble((PodGroup each) -> share(each, node)).reversed()
                .thenComparing(Comparator.comparingLong(PodGroup::cpuMillis).reversed())
                .thenComparing(Comparator.comparingLong(PodGroup::memory).reversed()));
        return new Pods(sizes);
    }

    static double share(PodGroup pod, NodeSpace node) {
        return Math.max(part(pod.cpuMillis(), node.cpuMillis()), part(pod.memory(), node.memory()));
    }

    /// Nothing is no part, even of a node that has nothing left.
    static double part(double amount, double whole) {
        return amount == 0 ? 0 : amount / whole;
    }

    int sizes() {
        return count.length;
    }

    int total() {
        int sum = 0;
        for (int each : count) {
            sum += each;
        }
        return sum;
    }

    /// No packing needs fewer: the whole of each resource, and the pods, over what one node has.
    int lowerBound(NodeSpace node) {
        double cpuSum = 0;
        double memorySum = 0;
        for (int i = 0; i < count.length; i++) {
            cpuSum += (double) cpu[i] * count[i];
            memorySum += (double) memory[i] * count[i];
        }
        double most = Math.max(Math.max(part(cpuSum, node.cpuMillis()), part(memorySum, node.memory())),
                (double) total() / node.pods());
        return total() == 0 ? 0 : (int) Math.ceil(most - 1e-9);
    }
}
