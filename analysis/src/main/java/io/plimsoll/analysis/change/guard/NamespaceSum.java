package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.manifest.declared.Declared.Reach;
import io.plimsoll.analysis.manifest.declared.Scaling;
import io.plimsoll.analysis.manifest.engine.SparkPod;

/// What the objects of a namespace ask for together at their full number of replicas, as a ResourceQuota counts it. An object that
/// several files declare, as a base and its overlay, counts once with the larger values; init containers are left out.
final class NamespaceSum {
    /// Carry values for objects elsewhere, or rule over others.
    private static final Set<String> OTHERS = Set.of("Application", "ApplicationSet", "HelmRelease", "HelmValues",
            "Kustomization", "ConfigMap", "LimitRange", "ResourceQuota", "HorizontalPodAutoscaler", "ScaledObject",
            "VerticalPodAutoscaler", "KafkaTopic", "KafkaConnector");

    private final Map<String, BigDecimal> sums = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();

    /// One component of an object: field to the largest value that any file gives it.
    private record Part(String kind, String name, String container, Map<String, BigDecimal> fields) {
        Optional<BigDecimal> first(String... wanted) {
            for (String field : wanted) {
                if (fields.containsKey(field)) {
                    return Optional.of(fields.get(field));
                }
            }
            return Optional.empty();
        }
    }

    /// @param scalers of the namespace; their maximum counts as the number of replicas
    NamespaceSum(List<Knob> knobs, List<Declared> scalers) {
        Map<String, Part> parts = new LinkedHashMap<>();
        Map<String, Knob> samples = new HashMap<>();
        for (Knob knob : knobs) {
            if (!OTHERS.contains(knob.kind()) && !knob.path().passes("initContainers")) {
                String object = knob.kind() + " " + knob.name();
                samples.putIfAbsent(object, knob);
                Part part = parts.computeIfAbsent(object + " " + knob.container(),
                        key -> new Part(knob.kind(), knob.name(), knob.container(), new HashMap<>()));
                GuardInput.amount(knob).ifPresent(amount -> part.fields().merge(knob.field(), amount, BigDecimal::max));
            }
        }
        for (Part part : parts.values()) {
            Knob sample = samples.get(part.kind() + " " + part.name());
            add(part, count(part, parts, sample == null ? Optional.empty() : scaled(scalers, sample)));
        }
    }

    private static Optional<BigDecimal> scaled(List<Declared> scalers, Knob knob) {
        return scalers.stream().filter(scaler -> Scaling.reach(scaler, knob) != Reach.NONE)
                .map(scaler -> scaler.spec().at("maxReplicas")
                        .text(scaler.spec().at("maxReplicaCount").text()))
                .filter(text -> text.matches("[0-9]{1,6}")).map(BigDecimal::new).findFirst();
    }

    /// Null where the manifest does not say it.
    private static @Nullable BigDecimal count(Part part, Map<String, Part> parts, Optional<BigDecimal> scaled) {
        if (part.kind().equals("DaemonSet")) {
            return null;
        }
        Optional<BigDecimal> own = part.first(Field.REPLICAS, Field.MAX_INSTANCES, Field.INSTANCES);
        Part whole = parts.get(part.kind() + " " + part.name() + " ");
        Optional<BigDecimal> object = whole == null ? Optional.empty() : whole.first(Field.REPLICAS, Field.PARALLELISM);
        return scaled.or(() -> own).or(() -> part.kind().startsWith("Flink") ? Optional.empty() : object)
                .orElse(part.kind().startsWith("Flink") && part.container().equals("taskManager")
                        ? null
                        : BigDecimal.ONE);
    }

    private void add(Part part, @Nullable BigDecimal count) {
        boolean operator = part.kind().endsWith("SparkApplication") || part.kind().startsWith("Flink");
        Optional<BigDecimal> memory = memory(part);
        List<Optional<BigDecimal>> amounts = new ArrayList<>(List.of(
                part.first(Field.CPU_REQUEST, Field.CPU_LIMIT, Field.CPU, Field.CORES),
                part.first(Field.MEMORY_REQUEST, Field.MEMORY_LIMIT).or(() -> memory),
                part.first(Field.CPU_LIMIT, operator ? Field.CPU : Field.CPU_LIMIT),
                part.first(Field.MEMORY_LIMIT).or(() -> memory)));
        amounts.add(part.kind().equals("PersistentVolumeClaim")
                ? part.first(Field.STORAGE)
                : Optional.empty());
        List<String> names = List.of("requests.cpu", "requests.memory", "limits.cpu", "limits.memory",
                "requests.storage");
        for (int i = 0; i < names.size(); i++) {
            Optional<BigDecimal> amount = amounts.get(i);
            if (amount.isPresent() && count == null) {
                unknown.add(part.kind() + " " + part.name());
            } else if (amount.isPresent()) {
                sums.merge(names.get(i), amount.get().multiply(count), BigDecimal::add);
            }
        }
    }

    private static Optional<BigDecimal> memory(Part part) {
        Optional<BigDecimal> memory = part.first(Field.MEMORY);
        return part.kind().endsWith("SparkApplication")
                ? memory.map(heap -> SparkPod.USUAL.pod(heap, part.first(Field.MEMORY_OVERHEAD)))
                : memory;
    }

    /// @param key of a quota's `spec.hard`
    Optional<BigDecimal> of(String key) {
        String name = key.equals("cpu") || key.equals("memory") ? "requests." + key : key;
        return switch (name) {
            case "requests.cpu", "requests.memory", "limits.cpu", "limits.memory", "requests.storage" ->
                Optional.of(sums.getOrDefault(name, BigDecimal.ZERO));
            default -> Optional.empty();
        };
    }

    /// Objects whose number of pods can't be told from their manifest.
    Set<String> unknown() {
        return unknown;
    }
}
