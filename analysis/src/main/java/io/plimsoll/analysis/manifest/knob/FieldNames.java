package io.plimsoll.analysis.manifest.knob;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.manifest.yaml.Templates;

/// Which knob a chain of keys is, where no schema says so: values files, chart parameters, patches, unknown kinds.
final class FieldNames {
    private static final Set<String> FOREIGN = Set.of("annotations", "labels", "matchLabels", "podAnnotations",
            "podLabels", "env", "extraEnv", "selector", "nodeSelector", "image", "properties");
    private static final Map<String, String> WHOLE = Map.ofEntries(Map.entry("replicas", Field.REPLICAS),
            Map.entry("replicaCount", Field.REPLICAS), Map.entry("minReplicas", Field.MIN_REPLICAS),
            Map.entry("minReplicaCount", Field.MIN_REPLICAS), Map.entry("maxReplicas", Field.MAX_REPLICAS),
            Map.entry("maxReplicaCount", Field.MAX_REPLICAS),
            Map.entry("targetCPUUtilizationPercentage", Field.TARGET_CPU),
            Map.entry("targetMemoryUtilizationPercentage", Field.TARGET_MEMORY), Map.entry("cores", Field.CORES),
            Map.entry("instances", Field.INSTANCES), Map.entry("parallelism", Field.PARALLELISM));
    private static final Set<String> SIZES = Set.of("size", "storage", "storageSize", "volumeSize");
    private static final Set<String> CLASSES = Set.of("storageClass", "storageClassName");

    private FieldNames() {
    }

    /// @param keys  from the outermost to the value's own
    /// @param value the text that stands there
    /// @return a word of `Field`, or empty if this is no knob
    static String of(List<String> keys, String value) {
        String last = keys.isEmpty() ? "" : keys.getLast();
        String parent = keys.size() < 2 ? "" : keys.get(keys.size() - 2);
        for (int i = 0; i < keys.size() - 1; i++) {
            if (FOREIGN.contains(keys.get(i))) {
                return "";
            }
        }
        if (parent.equals("requests") || parent.equals("limits")) {
            boolean request = parent.equals("requests");
            String known = resource(last, request);
            boolean resources = keys.size() > 2 && keys.get(keys.size() - 3).equals("resources");
            return known.isEmpty() && resources && UnitGrammar.KUBERNETES.reads(value) ? other(request) : known;
        }
        boolean open = Templates.inValue(value);
        if (WHOLE.containsKey(last)) {
            return open || UnitGrammar.INTEGER.reads(value) ? WHOLE.getOrDefault(last, "") : "";
        }
        return switch (last) {
            case "cpu" -> open || UnitGrammar.KUBERNETES.reads(value) ? Field.CPU : "";
            case "memory" -> open || memory(value) ? Field.MEMORY : "";
            case "memoryOverhead" -> open || memory(value) ? Field.MEMORY_OVERHEAD : "";
            case "updateMode" -> value.matches("Off|Initial|Recreate|Auto|InPlaceOrRecreate") ? Field.UPDATE_MODE : "";
            case "instanceType" -> value.isBlank() ? "" : Field.INSTANCE_TYPE;
            default -> storage(last, value);
        };
    }

    static ManifestPath path(List<String> keys) {
        return new ManifestPath(keys.stream().<ManifestPath.Step>map(ManifestPath.Key::new).toList());
    }

    private static String storage(String last, String value) {
        if (SIZES.contains(last) && value.matches("[0-9.]+(Mi|Gi|Ti|Pi|M|G|T|P)")) {
            return Field.STORAGE;
        }
        return CLASSES.contains(last) && !value.isBlank() && !value.equals("-") ? Field.STORAGE_CLASS : "";
    }

    private static boolean memory(String value) {
        return UnitGrammar.KUBERNETES.reads(value) || UnitGrammar.JVM.reads(value);
    }

    /// A resource that has no word of its own, as `aws.amazon.com/neuron`.
    static String other(boolean request) {
        return request ? Field.OTHER_REQUEST : Field.OTHER_LIMIT;
    }

    /// A resource of a container's `requests` or `limits`; empty for one that has no word.
    static String resource(String name, boolean request) {
        return switch (name) {
            case "cpu" -> request ? Field.CPU_REQUEST : Field.CPU_LIMIT;
            case "memory" -> request ? Field.MEMORY_REQUEST : Field.MEMORY_LIMIT;
            case "ephemeral-storage" -> request ? Field.EPHEMERAL_REQUEST : Field.EPHEMERAL_LIMIT;
            case "storage" -> Field.STORAGE;
            default -> {
                if (name.startsWith("hugepages-")) {
                    yield request ? Field.HUGEPAGES_REQUEST : Field.HUGEPAGES_LIMIT;
                }
                boolean gpu = name.contains("gpu") || name.contains("nvidia.com/mig");
                yield gpu ? request ? Field.GPU_REQUEST : Field.GPU_LIMIT : "";
            }
        };
    }
}
