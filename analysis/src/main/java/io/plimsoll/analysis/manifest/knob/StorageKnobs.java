package io.plimsoll.analysis.manifest.knob;

import io.plimsoll.analysis.manifest.Field;

/// PersistentVolumeClaim, and the claim templates of StatefulSet and other kinds.
final class StorageKnobs implements KnobFinder {
    @Override
    public void find(ManifestObject object, KnobSink sink) {
        if (object.kind().equals("PersistentVolumeClaim")) {
            claim(object.spec(), "", sink);
        }
        for (Cursor template : object.spec().at("volumeClaimTemplates").items()) {
            claim(template.at("spec"), template.at("metadata", "name").text(), sink);
        }
    }

    private static void claim(Cursor spec, String name, KnobSink sink) {
        sink.add(spec.at("resources", "requests", "storage"), name, Field.STORAGE);
        sink.add(spec.at("storageClassName"), name, Field.STORAGE_CLASS);
    }
}
