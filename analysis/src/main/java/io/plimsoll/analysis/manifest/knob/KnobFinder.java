package io.plimsoll.analysis.manifest.knob;

/// Knows where one family of manifests keeps its cost. Stateless; ignores objects of other families.
interface KnobFinder {
    void find(ManifestObject object, KnobSink sink);
}
