package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.manifest.ManifestPath;

/// The names on the way to a value, without positions in lists.
final class Keys {
    private Keys() {
    }

    static List<String> of(ManifestPath path) {
        List<String> keys = new ArrayList<>();
        for (ManifestPath.Step step : path.steps()) {
            if (step instanceof ManifestPath.Key(String name)) {
                keys.add(name);
            }
        }
        return keys;
    }

    /// Whether a path leads to a place or below it.
    ///
    /// @param place as `spec.template.spec.containers.resources`
    static boolean below(List<String> keys, String place) {
        List<String> wanted = List.of(place.split("\\.", -1));
        return keys.size() >= wanted.size() && keys.subList(0, wanted.size()).equals(wanted);
    }
}
