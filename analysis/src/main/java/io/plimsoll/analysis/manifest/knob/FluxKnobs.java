package io.plimsoll.analysis.manifest.knob;

/// Flux: the values of a HelmRelease, the patches of its post-renderers and of a Flux Kustomization.
final class FluxKnobs implements KnobFinder {
    @Override
    public void find(ManifestObject object, KnobSink sink) {
        Cursor spec = object.spec();
        if (object.kind().equals("HelmRelease")) {
            LeafWalk.values(spec.at("values"), sink);
            spec.at("postRenderers").items().forEach(renderer -> renderer.at("kustomize", "patches").items()
                    .forEach(patch -> KustomizeKnobs.patch(patch, sink)));
        } else if (object.kind().equals("Kustomization")) {
            spec.at("patches").items().forEach(patch -> KustomizeKnobs.patch(patch, sink));
            spec.at("postBuild", "substitute").children()
                    .forEach(child -> SpokenNames.add(child.key(), child.value(), sink));
        }
    }
}
