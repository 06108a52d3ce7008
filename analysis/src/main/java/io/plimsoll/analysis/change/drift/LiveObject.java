package io.plimsoll.analysis.change.drift;

import java.util.List;
import java.util.Optional;

/// What is kept of a live object.
///
/// @param group     of the API, empty for the core
/// @param app       the Argo CD Application or Helm release that brought it, or empty
/// @param tracked   whether `app` is from Argo CD's own annotation
/// @param owned     whether it has `managedFields`
record LiveObject(String group, String kind, String namespace, String name, String app, boolean tracked, boolean owned,
        List<LiveField> fields) {
    LiveObject {
        fields = List.copyOf(fields);
    }

    Optional<LiveField> field(String knob, String container) {
        return fields.stream().filter(each -> each.knob().equals(knob) && each.container().equals(container))
                .findFirst();
    }

    @Override
    public String toString() {
        return namespace + "/" + kind + "/" + name;
    }
}
