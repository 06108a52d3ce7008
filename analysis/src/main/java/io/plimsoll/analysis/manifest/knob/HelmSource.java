package io.plimsoll.analysis.manifest.knob;

import java.util.List;
import java.util.stream.Stream;

/// The `helm` block of an Argo CD source: `values` as text, `valuesObject`, `parameters`.
final class HelmSource {
    private HelmSource() {
    }

    static void find(Cursor helm, KnobSink sink) {
        LeafWalk.values(helm.at("values").inside(), sink);
        LeafWalk.values(helm.at("valuesObject"), sink);
        for (Cursor parameter : helm.at("parameters").items()) {
            Cursor value = parameter.at("value");
            List<String> keys = Stream.of(parameter.at("name").text().replace("\\.", "\0").split("\\."))
                    .map(key -> key.replace('\0', '.')).toList();
            String field = FieldNames.of(keys, KnobSink.shown(value));
            if (!field.isEmpty()) {
                sink.add(value, "", field, FieldNames.path(keys));
            }
        }
    }
}
