package io.plimsoll.analysis.rightsizing.capacity.java;

import io.plimsoll.analysis.manifest.engine.JavaOptions;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.capacity.CapacityRule;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.Cancellation;

/// Java services: the heap, what lives in it, and what lies beside it.
public final class JavaHeap implements CapacityRule {
    @Override
    public String id() {
        return "java-heap";
    }

    @Override
    public String explanation() {
        return "A Java process keeps the heap that it once took, so use alone does not tell what it needs. The heap comes from its options "
                + "in Git, from what its operator sets, or from telemetry; a heap that is a share of the limit has to hold 1.3 times what "
                + "lives in it (95th percentile after collections). Beside the heap counts what was measured, else a stated allowance.";
    }

    @Override
    public CapacityFinding find(Situation situation, Cancellation cancellation) {
        String kind = situation.declared().kind();
        if (kind.endsWith("SparkApplication") || kind.startsWith("Flink")) {
            return CapacityFinding.NONE;
        }
        JavaOptions options = OptionsInGit.of(situation.workload().manifest(), situation.declared(),
                situation.workload().key().container());
        return find(kind, options, JavaMemory.of(situation.series(), cancellation), situation);
    }

    private static CapacityFinding find(String kind, JavaOptions options, JavaMemory measured, Situation situation) {
        return Heap.of(kind, options, measured, situation.current())
                .map(heap -> new HeapBound(heap, options, measured, situation.current(),
                        situation.usage().highestMemory()).finding())
                .orElse(CapacityFinding.NONE);
    }
}
