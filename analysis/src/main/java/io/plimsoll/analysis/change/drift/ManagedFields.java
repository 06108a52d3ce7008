package io.plimsoll.analysis.change.drift;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.manifest.ManifestPath;

/// Who set which field of an object last: a walk over `metadata.managedFields`. In `fieldsV1` `f:` is a field, `k:` an item of a list
/// by its keys, `i:` one by its position; `{}` is a leaf, which for a list without keys stands for all of it.
final class ManagedFields {
    private final JsonNode entries;

    /// @param entries `metadata.managedFields`, missing if the dump has none
    ManagedFields(JsonNode entries) {
        this.entries = entries;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// The one who set it last, if several did.
    ///
    /// @param pointer the path with positions for names
    @Nullable
    DriftOwner owner(ManifestPath path, List<String> pointer) {
        List<DriftOwner> owners = new ArrayList<>();
        for (JsonNode entry : entries) {
            if (owns(entry.path("fieldsV1"), path.steps(), pointer, 0)) {
                owners.add(owner(entry));
            }
        }
        return owners.stream().max(Comparator.comparing(DriftOwner::time,
                Comparator.nullsFirst(Comparator.naturalOrder()))).orElse(null);
    }

    /// Who acted through a subresource, as `resize`.
    @Nullable
    DriftOwner through(String subresource) {
        for (JsonNode entry : entries) {
            if (entry.path("subresource").asString("").equals(subresource)) {
                return owner(entry);
            }
        }
        return null;
    }

    static DriftOwner owner(JsonNode entry) {
        return new DriftOwner(entry.path("manager").asString(""), entry.path("operation").asString(""),
                entry.path("subresource").asString(""), time(entry.path("time").asString("")));
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean owns(JsonNode at, List<ManifestPath.Step> steps, List<String> pointer, int step) {
        if (step == steps.size()) {
            return true;
        }
        JsonNode next = at.path(".missing");
        switch (steps.get(step)) {
            case ManifestPath.Key(String name) -> next = at.path("f:" + name);
            case ManifestPath.Index(int position) -> next = at.path("i:" + position);
            case ManifestPath.Match(String key, String value) -> {
                next = item(at, key, value);
                if (next.isMissingNode()) {
                    next = at.path("i:" + pointer.get(step));
                }
            }
            case ManifestPath.Nested() -> {
            }
        }
        return !next.isMissingNode() && (next.isEmpty() || owns(next, steps, pointer, step + 1));
    }

    private static JsonNode item(JsonNode list, String key, String value) {
        for (var each : list.properties()) {
            if (each.getKey().startsWith("k:") && names(each.getKey().substring(2), key, value)) {
                return each.getValue();
            }
        }
        return list.path(".missing");
    }

    private static boolean names(String keys, String key, String value) {
        try {
            return JsonMapper.shared().readTree(keys).path(key).asString("").equals(value);
        } catch (JacksonException e) {
            return false;
        }
    }
}
