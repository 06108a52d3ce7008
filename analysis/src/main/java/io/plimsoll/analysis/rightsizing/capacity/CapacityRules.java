package io.plimsoll.analysis.rightsizing.capacity;

import java.util.List;

import io.plimsoll.analysis.rightsizing.capacity.java.JavaHeap;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.lifetime.RecentSize;
import io.plimsoll.analysis.rightsizing.lifetime.StartUp;
import io.plimsoll.analysis.rightsizing.pod.InitContainers;
import io.plimsoll.analysis.rightsizing.pod.PerNode;
import io.plimsoll.analysis.rightsizing.pod.SideCars;
import io.plimsoll.analysis.task.Cancellation;

/// Every rule. A new one is a class and a line here.
public final class CapacityRules {
    private static final List<CapacityRule> ALL = List.of(
            new JavaHeap(),
            new SparkExecutors(),
            new FlinkTaskManagers(),
            new PageCache(),
            new RayWorkers(),
            new InitContainers(),
            new SideCars(),
            new PerNode(),
            new StartUp(),
            new RecentSize(),
            new GpuRule());

    private CapacityRules() {
    }

    public static List<CapacityRule> all() {
        return ALL;
    }

    /// What all rules find together.
    public static CapacityFinding find(Situation situation, Cancellation cancellation) {
        CapacityFinding found = CapacityFinding.NONE;
        for (CapacityRule each : ALL) {
            cancellation.check();
            found = found.and(each.find(situation, cancellation));
        }
        return found;
    }
}
