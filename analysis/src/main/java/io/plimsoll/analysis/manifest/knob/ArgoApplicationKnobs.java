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
        source(base.at("spec", "sourceHydrator", "drySource"), sink);
        generators(object.spec().at("generators"), sink, 0);
        Cursor patch = object.spec().at("templatePatch").inside();
        source(patch.at("spec", "source"), sink);
        patch.at("spec", "sources").items().forEach(source -> source(source, sink));
        base.at("spec", "sources").items().forEach(source -> source(source, sink));
        misplaced(base, sink.warned(MISPLACED), 0);
    }

    private static void source(Cursor source, KnobSink sink) {
        HelmSource.find(source.at("helm"), sink);
        KustomizeKnobs.replicas(source.at("kustomize", "replicas"), sink);
        source.at("kustomize", "patches").items().forEach(patch -> KustomizeKnobs.patch(patch, sink));
    }

    /// Elements of list generators, also within a matrix or a merge: their values fill in the template.
    private static void generators(Cursor list, KnobSink sink, int depth) {
        for (Cursor generator : depth > DEEPEST ? List.<Cursor>of() : list.items()) {
            for (Cursor element : generator.at("list", "elements").items()) {
                element.children().forEach(child -> SpokenNames.add(child.key(), child.value(), sink));
                element.at("values").children().forEach(child -> SpokenNames.add(child.key(), child.value(), sink));
            }
            for (String kind : new String[]{"git", "clusters"}) {
                generator.at(kind, "values").children()
                        .forEach(child -> SpokenNames.add(child.key(), child.value(), sink));
            }
            for (String kind : new String[]{"matrix", "merge"}) {
                generators(generator.at(kind, "generators"), sink, depth + 1);
            }
        }
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
            } else if (!child.alias() && !child.key().matches("sources?|drySource|templatePatch")) {
                misplaced(child.value(), sink, depth + 1);
            }
        }
        at.ownItems().forEach(item -> misplaced(item, sink, depth + 1));
    }
}
