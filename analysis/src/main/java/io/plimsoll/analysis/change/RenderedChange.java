package io.plimsoll.analysis.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;

/// A cost field as a root deploys it, before a change and after it.
///
/// @param before null if it comes with the change
/// @param after  null if it goes with it
public record RenderedChange(@Nullable OwnedField before, @Nullable OwnedField after) {
    /// The fields whose value differs, in the order of the traces.
    static List<RenderedChange> between(Trace before, Trace after) {
        Map<List<String>, OwnedField> old = byPlace(before);
        Map<List<String>, OwnedField> now = byPlace(after);
        Set<List<String>> places = new HashSet<>(old.keySet());
        List<RenderedChange> changes = new ArrayList<>();
        old.forEach((place, field) -> add(changes, field, now.get(place)));
        now.forEach((place, field) -> {
            if (!places.contains(place)) {
                add(changes, null, field);
            }
        });
        return List.copyOf(changes);
    }

    private static void add(List<RenderedChange> changes, @Nullable OwnedField before, @Nullable OwnedField after) {
        if (before == null || after == null || !before.value().equals(after.value())) {
            changes.add(new RenderedChange(before, after));
        }
    }

    private static Map<List<String>, OwnedField> byPlace(Trace trace) {
        Map<List<String>, OwnedField> fields = new LinkedHashMap<>();
        trace.fields().forEach(field -> fields.putIfAbsent(List.of(field.root(), field.kind(), field.namespace(),
                field.name(), field.renderedPath().toString()), field));
        return fields;
    }

    /// Whichever there is, the one after first.
    public OwnedField field() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /// Whether a value of this file is behind it, before or after.
    public boolean isOf(String file) {
        return isOf(before, file) || isOf(after, file);
    }

    private static boolean isOf(@Nullable OwnedField field, String file) {
        return field != null && field.origin().file().equals(file);
    }
}
