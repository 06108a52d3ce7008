package io.plimsoll.analysis.change.propose;

import java.util.List;
import java.util.OptionalInt;

import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Workload;

/// How many replicas intents lead to.
public final class ReplicaIntents {
    private ReplicaIntents() {
    }

    /// An autoscaler's lowest number stands for its count, since that is what its pods must bear at the least. Empty if no manifest
    /// says a number.
    public static OptionalInt after(Workload workload, List<Intent> intents) {
        DeclaredWorkload declared = workload.manifest();
        if (declared == null) {
            return OptionalInt.empty();
        }
        OwningKnobs knobs = new OwningKnobs(declared, workload.key());
        Owner owner = knobs.of(Field.MIN_REPLICAS) instanceof Owner.One least
                ? least
                : knobs.of(Field.REPLICAS, Field.INSTANCES);
        return owner instanceof Owner.One(Knob knob) && knob.unit().reads(after(knob, intents))
                ? OptionalInt.of(knob.unit().amount(after(knob, intents)).intValue())
                : OptionalInt.empty();
    }

    private static String after(Knob knob, List<Intent> intents) {
        return intents.stream()
                .filter(intent -> intent.file().equals(knob.file()) && intent.document() == knob.document()
                        && intent.path().equals(knob.path().toString()))
                .map(Intent::newValue).findFirst().orElse(knob.value());
    }
}
