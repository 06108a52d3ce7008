package io.plimsoll.analysis.manifest.knob;

import java.util.Set;

/// Files of Helm values: documents without a kind, and those that a ConfigMap carries for `valuesFrom`.
final class HelmValuesKnobs implements KnobFinder {
    private static final Set<String> OTHER_FILES = Set.of("Chart.yaml", "Chart.lock", "requirements.yaml",
            "kustomization.yaml", "kustomization.yml", "Kustomization");

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        if (object.kind().equals("ConfigMap")) {
            object.root().at("data").children().forEach(child -> {
                if (child.key().endsWith("values.yaml") || child.key().endsWith("values.yml")) {
                    LeafWalk.values(child.value().inside(), sink);
                }
            });
        } else if (object.kind().isEmpty() && !OTHER_FILES.contains(object.fileName())) {
            LeafWalk.values(object.root(), sink);
        }
    }
}
