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
        } else if (object.kind().isEmpty() && object.root().items().stream().anyMatch(each -> each.at("op").exists())) {
            object.root().items().forEach(operation -> KustomizeKnobs.operation(operation, sink));
        } else if (object.kind().isEmpty() && isValues(object)) {
            LeafWalk.values(object.root(), sink);
        }
    }

    /// A clone holds JSON of many sorts: dashboards, packages, schemas.
    private static boolean isValues(ManifestObject object) {
        String name = object.fileName();
        return name.endsWith(".json")
                ? name.contains("values") || object.root().at("job_configuration").exists()
                : !OTHER_FILES.contains(name);
    }
}
