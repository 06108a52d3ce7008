package io.plimsoll.analysis.change.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.task.StepFailure;

/// An object that sets the replica count of another one by itself.
///
/// @param kind       `HorizontalPodAutoscaler` or `ScaledObject`
/// @param namespace  as written; empty if it is not
/// @param targetKind `Deployment` if it names none
public record Autoscaler(String file, String kind, String namespace, String targetKind, String targetName) {
    private static final List<String> KINDS = List.of("HorizontalPodAutoscaler", "ScaledObject");
    private static final ManifestPath TARGET = ManifestPath.parse("spec.scaleTargetRef");

    /// Those of one file. A file that can't be read as YAML has none that could be known.
    public static List<Autoscaler> find(String file, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        List<Autoscaler> found = new ArrayList<>();
        if (KINDS.stream().noneMatch(text::contains)) {
            return found;
        }
        try {
            Map<Integer, Knob> documents = new LinkedHashMap<>();
            Knobs.find(file, content).stream().filter(knob -> KINDS.contains(knob.kind()))
                    .forEach(knob -> documents.putIfAbsent(knob.document(), knob));
            for (Knob knob : documents.values()) {
                String name = ManifestEditor.value(file, content, knob.document(), TARGET.key("name"));
                String kind = ManifestEditor.value(file, content, knob.document(), TARGET.key("kind"));
                if (name != null) {
                    found.add(new Autoscaler(file, knob.kind(), knob.namespace(), kind == null ? "Deployment" : kind,
                            name));
                }
            }
        } catch (StepFailure unreadable) {
            return found;
        }
        return found;
    }

    /// Whether it scales the object of a knob. An unwritten namespace may be any, since Kustomize and Helm add it later.
    boolean owns(Knob knob) {
        return targetName.equals(knob.name()) && targetKind.equals(knob.kind())
                && (namespace.isEmpty() || knob.namespace().isEmpty() || namespace.equals(knob.namespace()));
    }
}
