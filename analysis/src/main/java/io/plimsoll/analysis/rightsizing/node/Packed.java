package io.plimsoll.analysis.rightsizing.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Nodes with pods on them. Not safe from several threads.
final class Packed {
    final Pods pods;
    final List<Node> nodes = new ArrayList<>();

    Packed(Pods pods) {
        this.pods = pods;
    }

    /// First fit decreasing: each pod goes to the first node that has room, the largest pods first.
    static Packed firstFitDecreasing(Pods pods, NodeSpace space) {
        Packed packed = new Packed(pods);
        for (int size = 0; size < pods.sizes(); size++) {
            int at = 0;
            for (int left = pods.count[size]; left > 0; left--) {
                // What had no room for an equal pod has none now.
                while (at < packed.nodes.size() && !packed.nodes.get(at).fits(pods.cpu[size], pods.memory[size])) {
                    at++;
                }
                if (at == packed.nodes.size()) {
                    packed.nodes.add(new Node(space));
                }
                packed.nodes.get(at).add(size, pods);
            }
        }
        return packed;
    }

    /// How many nodes pods need that come one after the other and go to the first node with room.
    ///
    /// @param order sizes, each as often as there are pods of it
    static int firstFit(Pods pods, NodeSpace space, int[] order) {
        long[] cpu = new long[64];
        long[] memory = new long[64];
        int[] room = new int[64];
        int[] at = new int[pods.sizes()];
        int nodes = 0;
        for (int size : order) {
            int node = at[size];
            while (node < nodes && (cpu[node] < pods.cpu[size] || memory[node] < pods.memory[size]
                    || room[node] == 0)) {
                node++;
            }
            at[size] = node;
            if (node == nodes) {
                if (nodes == cpu.length) {
                    cpu = Arrays.copyOf(cpu, 2 * nodes);
                    memory = Arrays.copyOf(memory, 2 * nodes);
                    room = Arrays.copyOf(room, 2 * nodes);
                }
                cpu[nodes] = space.cpuMillis();
                memory[nodes] = space.memory();
                room[nodes] = space.pods();
                nodes++;
            }
            cpu[node] -= pods.cpu[size];
            memory[node] -= pods.memory[size];
            room[node]--;
        }
        return nodes;
    }

    /// A node and what is still free on it.
    static final class Node {
        final NodeSpace space;
        final List<Integer> sizes = new ArrayList<>();
        long cpu;
        long memory;
        int room;
        /// Takes no more pods; for the time of a trial.
        boolean leaving;

        Node(NodeSpace space) {
            this.space = space;
            this.cpu = space.cpuMillis();
            this.memory = space.memory();
            this.room = space.pods();
        }

        boolean fits(long podCpu, long podMemory) {
            return podCpu <= cpu && podMemory <= memory && room > 0;
        }

        void add(int size, Pods pods) {
            sizes.add(size);
            cpu -= pods.cpu[size];
            memory -= pods.memory[size];
            room--;
        }

        /// The pod that was added last.
        void remove(int size, Pods pods) {
            sizes.remove(sizes.lastIndexOf(size));
            cpu += pods.cpu[size];
            memory += pods.memory[size];
            room++;
        }

        /// The larger of the requested shares.
        double fill() {
            return Math.max(Pods.part(space.cpuMillis() - cpu, space.cpuMillis()),
                    Pods.part(space.memory() - memory, space.memory()));
        }
    }
}
