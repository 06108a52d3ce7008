package io.plimsoll.analysis.manifest.knob;

import java.util.List;

/// Argo CD's Application and ApplicationSet. A `helm` block is honoured below a source only; elsewhere it is listed with
/// a warning, since editing it changes nothing in the cluster.
final class ArgoApplicationKnobs implements KnobFinder {
    static final String MISPLACED = "helm block not under spec.source: Argo CD ignores it";
    private static final int DEEPEST = 8;

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        Cursor base = switch (object.kind()) {
            case "Application" -> object.root();
            case "ApplicationSet" -> object.spec().at("template");
            default -> null;
        };
        if (base == null) {
            return;
        }
        source(base.at("spec", "source"), sink);
        base.at("spec", "sources").items().forEach(source -> source(source, sink));
        misplaced(base, sink.warned(MISPLACED), 0);
    }

    private static void source(Cursor source, KnobSink sink) {
        HelmSource.find(source.at("helm"), sink);
        KustomizeKnobs.replicas(source.at("kustomize", "replicas"), sink);
        source.at("kustomize", "patches").items().forEach(patch -> KustomizeKnobs.patch(patch, sink));
    }

    /// The sources' own blocks are reported already, so only those at other places come out of this.
    private static void misplaced(Cursor at, KnobSink sink, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Cursor.Child child : at.children()) {
            boolean helm = child.key().equals("helm") && List.of("values", "valuesObject", "parameters").stream()
                    .anyMatch(part -> child.value().at(part).exists());
            if (helm) {
                HelmSource.find(child.value(), sink);
            } else if (!child.alias() && !child.key().equals("source") && !child.key().equals("sources")) {
                misplaced(child.value(), sink, depth + 1);
            }
        }
        at.ownItems().forEach(item -> misplaced(item, sink, depth + 1));
    }
}
