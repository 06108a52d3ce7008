package io.plimsoll.analysis.manifest.knob;

import io.plimsoll.analysis.manifest.Field;

/// PersistentVolumeClaim, the claim templates of StatefulSet and other kinds, and StorageClass.
final class StorageKnobs implements KnobFinder {
    @Override
    public void find(ManifestObject object, KnobSink sink) {
        if (object.kind().equals("PersistentVolumeClaim")) {
            claim(object.spec(), "", sink);
        } else if (object.kind().equals("StorageClass")) {
            storageClass(object.root(), sink);
        }
        claims(object.spec(), sink);
    }

    /// @param spec that may have `volumeClaimTemplates`
    static void claims(Cursor spec, KnobSink sink) {
        for (Cursor template : spec.at("volumeClaimTemplates").items()) {
            claim(template.at("spec"), template.at("metadata", "name").text(), sink);
        }
    }

    private static void claim(Cursor spec, String name, KnobSink sink) {
        sink.add(spec.at("resources", "requests", "storage"), name, Field.STORAGE);
        sink.add(spec.at("storageClassName"), name, Field.STORAGE_CLASS);
    }

    private static void storageClass(Cursor root, KnobSink sink) {
        sink.add(root.at("provisioner"), "", Field.PROVISIONER);
        for (String type : new String[]{"type", "skuName", "skuname"}) {
            sink.add(root.at("parameters", type), "", Field.STORAGE_TYPE);
        }
        sink.add(root.at("parameters", "iops"), "", Field.IOPS);
        sink.add(root.at("parameters", "iopsPerGB"), "", Field.IOPS);
        sink.add(root.at("parameters", "throughput"), "", Field.THROUGHPUT);
        sink.add(root.at("reclaimPolicy"), "", Field.RECLAIM_POLICY);
        sink.add(root.at("allowVolumeExpansion"), "", Field.EXPANSION);
        sink.add(root.at("volumeBindingMode"), "", Field.BINDING_MODE);
    }
}
