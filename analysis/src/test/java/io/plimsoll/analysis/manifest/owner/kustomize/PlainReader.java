package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import io.plimsoll.analysis.manifest.ManifestPath;

/// Reads a path with a reader of YAML that shares no code with the tracer and follows aliases.
final class PlainReader {
    private PlainReader() {
    }

    static @Nullable String text(String yaml, int document, ManifestPath path) {
        List<Object> documents = documents(yaml);
        Object at = document < documents.size() ? documents.get(document) : null;
        for (ManifestPath.Step step : path.steps()) {
            at = switch (step) {
                case ManifestPath.Key(String name) -> at instanceof Map<?, ?> map ? map.get(name) : null;
                case ManifestPath.Index(int position) -> at instanceof List<?> list ? list.get(position) : null;
                case ManifestPath.Match(String key, String value) -> at instanceof List<?> list
                        ? list.stream().filter(item -> item instanceof Map<?, ?> map && value.equals(map.get(key)))
                                .findFirst().orElse(null)
                        : null;
                case ManifestPath.Nested() -> documents(String.valueOf(at)).getFirst();
            };
        }
        return at == null ? null : at.toString();
    }

    private static List<Object> documents(String yaml) {
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadAllFromString(yaml)
                .forEach(documents::add);
        return documents;
    }
}
