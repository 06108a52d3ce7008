package io.plimsoll.analysis.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.CostTags;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.DeclaredWorkload;

/// A label that every workload shall have.
///
/// @param key   as Kubernetes takes it
/// @param value for all that lack it; null: whatever the bill or its neighbours tell
public record WantedTag(String key, @Nullable String value) {
    private static final Pattern KEY = Pattern
            .compile("([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
    private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");

    /// @throws StepFailure LABEL
    public WantedTag {
        if (!KEY.matcher(key).matches() || value != null && !isValue(value)) {
            throw StepFailure.wrongUsage("LABEL", "Not a label as Kubernetes takes it: " + key + " " + value + ".",
                    "Letters, digits, - _ and . only, 63 at most; write it as team=shop.");
        }
    }

    /// `key` or `key=value`.
    ///
    /// @throws StepFailure LABEL
    public static WantedTag parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new WantedTag(text, null)
                : new WantedTag(text.substring(0, equals), text.substring(equals + 1));
    }

    /// Team, cost centre, environment and project.
    public static List<WantedTag> usual() {
        return CostTags.USUAL.stream().map(key -> new WantedTag(key, null)).toList();
    }

    /// The keys by which the clone's workloads are told apart already, as most of them spell each, the most frequent first; the usual
    /// ones where there are none.
    public static List<WantedTag> carried(Collection<DeclaredWorkload> workloads) {
        Map<String, Set<String>> bySpelling = new TreeMap<>();
        workloads.forEach(workload -> workload.places().stream().flatMap(place -> place.knobs().stream())
                .filter(knob -> knob.field().equals(Field.COST_TAG))
                .map(knob -> knob.path().keyFromEnd(0)).filter(key -> KEY.matcher(key).matches())
                .forEach(key -> bySpelling.computeIfAbsent(key, unseen -> new HashSet<>())
                        .add(workload.kind() + "/" + workload.namespace() + "/" + workload.name())));
        List<WantedTag> found = new ArrayList<>();
        bySpelling.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Set<String>> entry) -> -entry.getValue().size())).map(Map.Entry::getKey)
                .forEach(key -> {
                    if (found.stream().noneMatch(each -> CostTags.same(each.key(), key))) {
                        found.add(new WantedTag(key, null));
                    }
                });
        return found.isEmpty() ? usual() : List.copyOf(found);
    }

    /// Whether Kubernetes takes it as a label's value.
    public static boolean isValue(String text) {
        return !text.isEmpty() && VALUE.matcher(text).matches();
    }
}
