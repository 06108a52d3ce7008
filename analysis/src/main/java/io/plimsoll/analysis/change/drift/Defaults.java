package io.plimsoll.analysis.change.drift;

import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.manifest.Field;

/// What the cluster fills in where a manifest says nothing. For cost these are few.
final class Defaults {
    private static final Map<String, String> LIMIT_OF = Map.of(Field.CPU_REQUEST, Field.CPU_LIMIT,
            Field.MEMORY_REQUEST, Field.MEMORY_LIMIT, Field.EPHEMERAL_REQUEST, Field.EPHEMERAL_LIMIT,
            Field.GPU_REQUEST, Field.GPU_LIMIT);

    private Defaults() {
    }

    /// Why a live field is only what the cluster fills in, in a sentence; empty if it is not.
    static Optional<String> reason(LiveObject object, LiveField field, String limitRange) {
        String why = switch (field.knob()) {
            case Field.REPLICAS, Field.MIN_REPLICAS, Field.PARALLELISM, Field.COMPLETIONS, Field.INSTANCES ->
                field.value().equals("1") ? "1 is what Kubernetes takes where nothing is said." : "";
            case Field.SUSPEND ->
                field.value().equals("false") ? "Not suspended is what Kubernetes takes where nothing is said." : "";
            case Field.STORAGE_CLASS -> "The cluster's default class, most likely.";
            default -> fromLimit(object, field);
        };
        if (why.isEmpty() && object.kind().equals("Pod") && !limitRange.isEmpty()
                && Amounts.same(limitRange, field.value())) {
            return Optional.of("The namespace's LimitRange fills it in.");
        }
        return why.isEmpty() ? Optional.empty() : Optional.of(why);
    }

    private static String fromLimit(LiveObject object, LiveField field) {
        String limit = LIMIT_OF.getOrDefault(field.knob(), "");
        boolean filled = object.field(limit, field.container())
                .filter(each -> Amounts.same(each.value(), field.value())).isPresent();
        return filled ? "Kubernetes takes the limit where no request is said." : "";
    }
}
