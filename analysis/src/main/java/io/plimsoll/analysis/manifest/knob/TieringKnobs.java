package io.plimsoll.analysis.manifest.knob;

import java.util.Set;

import io.plimsoll.analysis.manifest.Field;

/// When objects of a bucket move to a cheaper class or go: upjet's lifecycle and tiering kinds, whose blocks are lists in one version
/// and mappings in the next, Crossplane's and ACK's Bucket.
final class TieringKnobs implements KnobFinder {
    private static final Set<String> DAYS = Set.of("days", "noncurrentDays", "daysAfterInitiation", "age",
            "expiredObjectDeleteMarker", "newerNoncurrentVersions", "daysSinceNoncurrentTime",
            "tierToCoolAfterDaysSinceModificationGreaterThan", "tierToArchiveAfterDaysSinceModificationGreaterThan",
            "deleteAfterDaysSinceModificationGreaterThan");
    private static final Set<String> CLASSES = Set.of("storageClass", "accessTier");
    private static final int DEEPEST = 12;

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        if (object.kind().startsWith("Bucket") || object.kind().equals("ManagementPolicy")) {
            for (String place : new String[]{"forProvider", "initProvider", "lifecycle"}) {
                walk(object.spec().at(place), sink, 0);
            }
        }
    }

    private static void walk(Cursor at, KnobSink sink, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        at.ownItems().forEach(item -> walk(item, sink, depth + 1));
        for (Cursor.Child child : at.children()) {
            if (DAYS.contains(child.key())) {
                sink.add(child.value(), "", Field.TIERING_DAYS);
            } else if (CLASSES.contains(child.key())) {
                sink.add(child.value(), "", Field.STORAGE_CLASS);
            } else if (child.key().equals("status")) {
                sink.add(child.value(), "", Field.TIERING_STATE);
            } else if (!child.alias()) {
                walk(child.value(), sink, depth + 1);
            }
        }
    }
}
