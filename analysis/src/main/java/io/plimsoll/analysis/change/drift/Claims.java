package io.plimsoll.analysis.change.drift;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.manifest.Field;

/// The claims that StatefulSets make: `<template>-<set>-<ordinal>`. They outlive their set, so nothing in them names it.
final class Claims {
    private static final List<String> KNOBS = List.of(Field.STORAGE, Field.STORAGE_CLASS);

    private final Map<String, Made> byName = new HashMap<>();

    /// What a claim was made of.
    ///
    /// @param template the field of the set's claim template
    record Made(LiveObject set, LiveField template) {}

    void note(LiveObject object) {
        if (object.kind().equals("StatefulSet")) {
            object.fields().stream().filter(field -> KNOBS.contains(field.knob()))
                    .forEach(field -> byName.put(key(object.namespace(), field.container() + "-" + object.name(),
                            field.knob()), new Made(object, field)));
        }
    }

    /// Null for a claim that no set made, and for anything else.
    @Nullable
    Made maker(LiveObject claim, LiveField field) {
        int ordinal = claim.name().lastIndexOf('-');
        boolean numbered = ordinal > 0 && claim.name().substring(ordinal + 1).matches("[0-9]+");
        return claim.kind().equals("PersistentVolumeClaim") && numbered
                ? byName.get(key(claim.namespace(), claim.name().substring(0, ordinal), field.knob()))
                : null;
    }

    /// A template can't be changed once it is there, so Git can't follow a claim that grew.
    static DriftRow row(Made made, DriftRow row) {
        return new DriftRow(row.kind(), row.namespace(), row.workload(), row.container(), row.path(), row.knob(),
                row.unit(), row.git(), row.cluster(), row.base(), row.owner(), row.state(), row.cause(),
                row.reason().isEmpty()
                        ? "Made of a claim template of StatefulSet " + made.set().name() + "."
                        : row.reason(),
                row.origin(), null, null);
    }

    private static String key(String namespace, String prefix, String knob) {
        return namespace + "/" + prefix + "/" + knob;
    }
}
