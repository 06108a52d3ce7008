package io.plimsoll.analysis.rightsizing.current;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.ManifestPlace.Role;

/// Of all the documents with a say in a workload, the knobs that decide, by `DeclaredWorkload.weakestFirst`: the ones that a change
/// would edit.
final class WinningKnobs {
    private static final Set<String> SCALER = Set.of(Field.MIN_REPLICAS, Field.MAX_REPLICAS, Field.TARGET_CPU,
            Field.TARGET_MEMORY);
    private static final Set<String> OF_THE_OBJECT = Set.of(Field.REPLICAS, Field.INSTANCES, Field.PARALLELISM,
            Field.TASK_SLOTS);
    private static final Set<String> SIZES = Set.of(Field.CPU, Field.CPU_REQUEST, Field.MEMORY, Field.MEMORY_REQUEST,
            Field.CORES);

    private final DeclaredWorkload declared;
    private final String container;

    private WinningKnobs(DeclaredWorkload declared, String container) {
        this.declared = declared;
        this.container = container;
    }

    /// @param container the main one as telemetry calls it, or empty
    /// @return by field, those that hold a readable value
    static Map<String, PlacedKnob> of(DeclaredWorkload declared, String container) {
        return new WinningKnobs(declared, container).winners();
    }

    private Map<String, PlacedKnob> winners() {
        Map<String, PlacedKnob> winners = new LinkedHashMap<>();
        List<ManifestPlace> weakestFirst = new ArrayList<>(declared.weakestFirst());
        declared.places().stream().filter(place -> place.role() == Role.AUTOSCALER).forEach(weakestFirst::add);
        for (ManifestPlace place : weakestFirst) {
            @Nullable
            String component = component(place);
            for (Knob knob : place.knobs()) {
                if (knob.unit().reads(knob.value()) && concerns(place.role(), knob, component)) {
                    winners.put(knob.field(), new PlacedKnob(knob, place.role()));
                }
            }
        }
        return winners;
    }

    private boolean concerns(Role role, Knob knob, @Nullable String component) {
        boolean scaler = SCALER.contains(knob.field());
        if (role == Role.AUTOSCALER || scaler) {
            return role == Role.AUTOSCALER && scaler;
        }
        if (role == Role.KUSTOMIZATION && knob.field().equals(Field.REPLICAS)) {
            return knob.container().equals(declared.name()) || knob.name().equals(declared.name());
        }
        boolean whole = knob.container().isEmpty() && (OF_THE_OBJECT.contains(knob.field()) || values(role));
        return whole || knob.container().equals(component);
    }

    private static boolean values(Role role) {
        return role == Role.INLINE_VALUES || role == Role.VALUES_FILE;
    }

    /// The container, or the part of the object, that does the work; null if several could be it.
    private @Nullable String component(ManifestPlace place) {
        if (!values(place.role()) && declared.kind().endsWith("SparkApplication")) {
            return "executor";
        }
        if (!values(place.role()) && declared.kind().startsWith("Flink")) {
            return "taskManager";
        }
        Set<String> found = place.knobs().stream().filter(knob -> SIZES.contains(knob.field())).map(Knob::container)
                .collect(Collectors.toSet());
        List<String> names = new ArrayList<>(List.of(container, declared.name(), declared.appName()));
        names.removeIf(String::isEmpty);
        return names.stream().filter(found::contains).findFirst()
                .orElse(found.size() == 1 ? found.iterator().next() : null);
    }
}
