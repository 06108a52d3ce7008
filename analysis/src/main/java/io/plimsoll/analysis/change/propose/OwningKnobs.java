package io.plimsoll.analysis.change.propose;

import java.math.BigDecimal;
import java.util.Set;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.manifest.declared.Scaling;
import io.plimsoll.analysis.manifest.declared.VerticalPolicy;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.LiveKnobs;
import io.plimsoll.analysis.workload.LiveValue;
import io.plimsoll.analysis.workload.WorkloadKey;

/// The live knobs of a workload's main container, and whether an edit of them would be safe.
final class OwningKnobs {
    private static final Set<String> SPARK = Set.of("SparkApplication", "ScheduledSparkApplication");

    private final DeclaredWorkload declared;
    private final String container;
    private final LiveKnobs live;

    OwningKnobs(DeclaredWorkload declared, WorkloadKey key) {
        this.declared = declared;
        this.container = key.container();
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

    /// Whether a vertical autoscaler writes the requests of a resource into the pods; one that can't be read does.
    boolean resized(String resource) {
        return live.scaledBy(Scaling.VERTICAL) && VerticalPolicy.first(declared.autoscalers(), container)
                .map(policy -> policy.sets(resource, false)).orElse(true);
    }

    static boolean isSpark(Knob knob) {
        return SPARK.contains(knob.kind());
    }

    static boolean isWhole(Knob knob) {
        return UnitGrammar.INTEGER.reads(knob.value());
    }

    /// A Flink job that asks for more slots than there are never starts.
    boolean tooFewSlots(int wanted) {
        return of(Field.PARALLELISM) instanceof Owner.One(Knob parallelism) && isWhole(parallelism)
                && parallelism.unit().amount(parallelism.value())
                        .compareTo(slots().multiply(BigDecimal.valueOf(wanted))) > 0;
    }

    /// Flink's default is one a task manager.
    private BigDecimal slots() {
        return of(Field.TASK_SLOTS) instanceof Owner.One(Knob slots) && isWhole(slots)
                ? slots.unit().amount(slots.value())
                : BigDecimal.ONE;
    }

    private static Owner closed(Knob knob) {
        int colon = knob.reason().indexOf(':');
        String code = colon < 0 ? Refusal.NO_SUCH_PATH.name() : knob.reason().substring(0, colon);
        String reason = knob.reason().substring(colon + 1).strip();
        return new Owner.Closed(code, reason.startsWith(knob.file()) ? reason : knob.file() + ": " + reason);
    }
}
