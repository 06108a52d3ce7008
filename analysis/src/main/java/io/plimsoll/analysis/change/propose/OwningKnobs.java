package io.plimsoll.analysis.change.propose;

import java.util.Set;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.LiveKnobs;
import io.plimsoll.analysis.workload.LiveValue;
import io.plimsoll.analysis.workload.WorkloadKey;

/// The live knobs of a workload's main container, and whether an edit of them would be safe.
final class OwningKnobs {
    private static final Set<String> SPARK = Set.of("SparkApplication", "ScheduledSparkApplication");

    private final LiveKnobs live;

    OwningKnobs(DeclaredWorkload declared, WorkloadKey key) {
        this.live = new LiveKnobs(declared, key.container());
    }

    /// @param fields words of `Field`, the more exact one first
    Owner of(String... fields) {
        return switch (live.of(fields)) {
            case LiveValue.One(Knob knob, var role) -> knob.editable() ? new Owner.One(knob) : closed(knob);
            case LiveValue.None none -> new Owner.None();
            case LiveValue.Unclear(String code, String sentence) -> new Owner.Closed(code, sentence);
        };
    }

    /// Whether an autoscaler of this kind is there.
    boolean scaledBy(String kind) {
        return live.scaledBy(kind);
    }

    static boolean isSpark(Knob knob) {
        return SPARK.contains(knob.kind());
    }

    private static Owner closed(Knob knob) {
        int colon = knob.reason().indexOf(':');
        String code = colon < 0 ? Refusal.NO_SUCH_PATH.name() : knob.reason().substring(0, colon);
        String reason = knob.reason().substring(colon + 1).strip();
        return new Owner.Closed(code, reason.startsWith(knob.file()) ? reason : knob.file() + ": " + reason);
    }
}
