package io.plimsoll.analysis.manifest.knob;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.UnitGrammar;

/// Free names of variables and parameters that say what they are: `EXECUTOR_MEMORY`, `cpuRequest`, `max-replicas`.
final class SpokenNames {
    private static final Map<String, List<String>> MEANING = Map.ofEntries(
            Map.entry(Field.CPU_REQUEST, List.of("resources", "requests", "cpu")),
            Map.entry(Field.CPU_LIMIT, List.of("resources", "limits", "cpu")), Map.entry(Field.CPU, List.of("cpu")),
            Map.entry(Field.MEMORY_REQUEST, List.of("resources", "requests", "memory")),
            Map.entry(Field.MEMORY_LIMIT, List.of("resources", "limits", "memory")),
            Map.entry(Field.MEMORY, List.of("memory")), Map.entry(Field.GPU, List.of("gpu")),
            Map.entry(Field.STORAGE, List.of("storage")),
            Map.entry(Field.STORAGE_CLASS, List.of("storageClass")),
            Map.entry(Field.INSTANCE_TYPE, List.of("instanceType")));

    private SpokenNames() {
    }

    /// Takes a value whose name says that it costs, and whose text could be such a value.
    static void add(String name, Cursor value, KnobSink sink) {
        String field = field(name, KnobSink.shown(value));
        if (!field.isEmpty()) {
            sink.add(value, "", field, FieldNames.path(MEANING.getOrDefault(field, List.of("replicas"))));
        }
    }

    /// The word for a name with a value; empty if it is no knob.
    static String field(String name, String text) {
        String field = field(words(name));
        ManifestPath meaning = FieldNames.path(MEANING.getOrDefault(field, List.of("replicas")));
        return !field.isEmpty() && fits(field, meaning, text) ? field : "";
    }

    private static boolean fits(String field, ManifestPath meaning, String text) {
        UnitGrammar unit = GrammarRules.at("", meaning, text);
        return text.contains("{") || (unit == UnitGrammar.TEXT ? !text.isBlank() : unit.reads(text))
                || field.startsWith(Field.MEMORY) && UnitGrammar.JVM.reads(text);
    }

    private static Set<String> words(String name) {
        String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return new TreeSet<>(List.of(spaced.split("[^a-z0-9]+")));
    }

    private static String field(Set<String> words) {
        if (words.contains("replicas") || words.contains("replica")) {
            return words.contains("min")
                    ? Field.MIN_REPLICAS
                    : words.contains("max")
                            ? Field.MAX_REPLICAS
                            : Field.REPLICAS;
        }
        if (words.contains("cpu") || words.contains("cpus")) {
            return part(words, Field.CPU_REQUEST, Field.CPU_LIMIT, Field.CPU);
        }
        if (words.contains("memory") || words.contains("mem")) {
            return part(words, Field.MEMORY_REQUEST, Field.MEMORY_LIMIT, Field.MEMORY);
        }
        if (words.contains("storage") || words.contains("volume") || words.contains("disk")) {
            return words.contains("class") ? Field.STORAGE_CLASS : words.contains("size") ? Field.STORAGE : "";
        }
        if (words.contains("type") && (words.contains("instance") || words.contains("machine"))) {
            return Field.INSTANCE_TYPE;
        }
        return words.contains("gpus") || words.contains("gpu")
                ? Field.GPU
                : words.contains("instances") || words.contains("executors")
                        ? Field.INSTANCES
                        : words.contains("parallelism") ? Field.PARALLELISM : "";
    }

    private static String part(Set<String> words, String request, String limit, String neither) {
        return words.contains("request") || words.contains("requests")
                ? request
                : words.contains("limit") || words.contains("limits") ? limit : neither;
    }
}
