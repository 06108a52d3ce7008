package io.plimsoll.analysis.change.drift;

import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.change.DriftState;

/// An autoscaler of the dump and what it scales.
///
/// @param state who owns the field then
/// @param kind  of the target, empty for any
record Scaler(DriftState state, String namespace, String kind, String name) {
    private static final Set<String> SCALERS = Set.of("HorizontalPodAutoscaler", "ScaledObject");
    private static final Set<String> IDLE = Set.of("Off", "Initial");

    static Optional<Scaler> of(JsonNode object) {
        JsonNode spec = object.path("spec");
        return switch (object.path("kind").asString("")) {
            case "HorizontalPodAutoscaler" -> Optional.of(
                    to(byKeda(object) ? DriftState.KEDA : DriftState.HPA, object, spec.path("scaleTargetRef")));
            case "ScaledObject" -> Optional.of(to(DriftState.KEDA, object, spec.path("scaleTargetRef")));
            case "VerticalPodAutoscaler" -> IDLE.contains(spec.path("updatePolicy").path("updateMode").asString(""))
                    ? Optional.empty()
                    : Optional.of(to(DriftState.VPA, object, spec.path("targetRef")));
            default -> Optional.empty();
        };
    }

    /// One that Git wants. By custom it has its target's name.
    static Optional<Scaler> of(DesiredObject object) {
        return switch (object.kind()) {
            case "HorizontalPodAutoscaler" -> Optional.of(
                    new Scaler(DriftState.HPA, object.namespace(), "", object.name()));
            case "ScaledObject" -> Optional.of(new Scaler(DriftState.KEDA, object.namespace(), "", object.name()));
            default -> Optional.empty();
        };
    }

    /// KEDA works through an HPA that it makes.
    private static boolean byKeda(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return metadata.path("labels").path("app.kubernetes.io/managed-by").asString("").equals("keda-operator")
                || metadata.path("name").asString("").startsWith("keda-hpa-");
    }

    private static Scaler to(DriftState state, JsonNode object, JsonNode target) {
        return new Scaler(state, object.path("metadata").path("namespace").asString(""),
                target.path("kind").asString(""), target.path("name").asString(""));
    }

    boolean scales(LiveObject object) {
        return namespace.equals(object.namespace()) && name.equals(object.name()) && !SCALERS.contains(object.kind())
                && (kind.isEmpty() || kind.equals(object.kind()));
    }
}
