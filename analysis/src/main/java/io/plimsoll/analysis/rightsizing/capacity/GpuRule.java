package io.plimsoll.analysis.rightsizing.capacity;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.rightsizing.GpuUse;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.current.MeasuredGpus;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;

/// A replica that holds a GPU is as large as its GPU: less CPU or memory frees nothing. So its use of the GPU is what matters.
public final class GpuRule implements CapacityRule {
    @Override
    public String id() {
        return "gpu";
    }

    @Override
    public String explanation() {
        return "Idle is a sample below 5 %. A slice is proposed if its share of the processors is at least the 95th percentile"
                + " / 0.8 and its memory at least the highest use / 0.9; fewer replicas if the 95th percentile of all"
                + " together / 0.8 fits fewer GPUs. Slices are those of NVIDIA's MIG user guide.";
    }

    @Override
    public CapacityFinding find(Situation situation, Cancellation cancellation) {
        return MeasuredGpus.of(situation.series().each(Measure.GPU_SHARE, cancellation),
                situation.series().each(Measure.GPU_MEMORY_BYTES, cancellation))
                .map(use -> new CapacityFinding(0, 0, 0, List.of(new Objection(Refusal.GPU_BOUND, Grade.D,
                        use.sentence() + " The GPU decides the node: less CPU or memory frees nothing.")),
                        proposals(use)))
                .orElse(CapacityFinding.NONE);
    }

    /// What its owner might do, in sentences; empty if the GPUs are well used.
    public static List<String> proposals(GpuUse use) {
        List<String> found = new ArrayList<>();
        int fewer = (int) Math.max(1, Math.ceil(use.highTotal() / 0.8));
        if (fewer < use.gpus()) {
            found.add("The load of its " + use.gpus() + (use.profile().isEmpty() ? " GPUs" : " slices") + " would fit "
                    + fewer + " at 80 %: ask its owner for fewer replicas.");
        }
        MigProfile.smallest(use.model(), use.profile(), use.highShare(), use.memoryHigh())
                .ifPresent(
                        slice -> found.add("By its highest memory and its processors a slice " + slice.name() + " of "
                                + use.model() + " would do: ask its owner."));
        return found;
    }
}
