package io.plimsoll.analysis.rightsizing.node;

import org.jspecify.annotations.Nullable;

/// Fills one node after the other as well as it can: the largest pod that is left, then the set of others that leaves least room. After
/// the minimum bin slack heuristic (Gupta and Ho, Production Planning & Control 10, 1999), with a limit on the search for each node and
/// the same filling repeated as often as there are pods for it.
///
/// What a pod is worth grows faster than its size, so that of two fillings the one with fewer, larger pods is taken: small pods fill
/// later gaps better.
final class TightFilling {
    private static final double EXPONENT = 1.2;
    private static final int MOST_STEPS = 300;

    private final Pods pods;
    private final NodeSpace space;
    private final int[] left;
    private final double[] worth;
    private final int[] filling;
    private int @Nullable [] best;
    private double most;
    private int steps;

    private TightFilling(Pods pods, NodeSpace space) {
        this.pods = pods;
        this.space = space;
        this.left = pods.count.clone();
        this.filling = new int[pods.sizes()];
        this.worth = new double[pods.sizes()];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = Math.pow(Pods.part(pods.cpu[i], space.cpuMillis()) + Pods.part(pods.memory[i], space.memory()),
                    EXPONENT);
        }
    }

    /// @return how many nodes it takes
    static int nodes(Pods pods, NodeSpace space) {
        return new TightFilling(pods, space).count();
    }

    private int count() {
        int nodes = 0;
        for (int largest = 0; largest < left.length; largest++) {
            while (left[largest] > 0) {
                nodes += fill(largest);
            }
        }
        return nodes;
    }

    private int fill(int largest) {
        most = -1;
        steps = 0;
        filling[largest] = 1;
        search(largest, space.cpuMillis() - pods.cpu[largest], space.memory() - pods.memory[largest],
                space.pods() - 1, worth[largest]);
        filling[largest] = 0;
        int[] found = best;
        if (found == null) {
            throw new IllegalStateException("A pod that fits an empty node fills it.");
        }
        int times = Integer.MAX_VALUE;
        for (int i = largest; i < found.length; i++) {
            times = found[i] == 0 ? times : Math.min(times, left[i] / found[i]);
        }
        for (int i = largest; i < found.length; i++) {
            left[i] -= found[i] * times;
        }
        return times;
    }

    private void search(int from, long cpu, long memory, int room, double value) {
        steps++;
        if (value > most + 1e-12) {
            most = value;
            best = filling.clone();
        }
        for (int i = from; i < left.length && steps <= MOST_STEPS && room > 0; i++) {
            if (filling[i] < left[i] && pods.cpu[i] <= cpu && pods.memory[i] <= memory) {
                filling[i]++;
                search(i, cpu - pods.cpu[i], memory - pods.memory[i], room - 1, value + worth[i]);
                filling[i]--;
            }
        }
    }
}
