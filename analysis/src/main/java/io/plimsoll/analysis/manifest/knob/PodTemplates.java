package io.plimsoll.analysis.manifest.knob;

import java.util.List;

/// The part that all pod templates share.
final class PodTemplates {
    private static final List<String> LISTS = List.of("containers", "initContainers", "ephemeralContainers");

    private PodTemplates() {
    }

    /// @param spec the pod's `spec`
    static void find(Cursor spec, KnobSink sink) {
        for (String list : LISTS) {
            spec.at(list).items().forEach(item -> resources(item.at("resources"), item.at("name").text(), sink));
        }
        resources(spec.at("resources"), "", sink);
    }

    /// @param resources with `requests` and `limits`
    static void resources(Cursor resources, String container, KnobSink sink) {
        for (String part : List.of("requests", "limits")) {
            for (Cursor.Child child : resources.at(part).children()) {
                boolean request = part.equals("requests");
                String known = FieldNames.resource(child.key(), request);
                sink.add(resources.at(part, child.key()), container,
                        known.isEmpty() ? FieldNames.other(request) : known);
            }
        }
    }
}
