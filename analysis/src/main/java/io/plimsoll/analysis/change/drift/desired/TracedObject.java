package io.plimsoll.analysis.change.drift.desired;

import java.util.List;

import io.plimsoll.analysis.change.DriftOrigin;
import io.plimsoll.analysis.change.drift.DesiredObject;
import io.plimsoll.analysis.change.drift.Wanted;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.yaml.Templates;

/// An object as its deployer renders it, each field with the place that it is written at.
///
/// @param fields of one object of one root; not empty
record TracedObject(List<OwnedField> fields, boolean deployed, Places places) implements DesiredObject {
    TracedObject {
        fields = List.copyOf(fields);
    }

    @Override
    public String kind() {
        return fields.getFirst().kind();
    }

    @Override
    public String namespace() {
        return fields.getFirst().namespace();
    }

    @Override
    public String name() {
        return fields.getFirst().name();
    }

    @Override
    public String root() {
        return fields.getFirst().root();
    }

    @Override
    public Wanted wanted(ManifestPath path, String knob, String container) {
        return fields.stream().filter(field -> field.renderedPath().equals(path)).findFirst().map(this::wanted)
                .orElseGet(() -> new Wanted.None(false));
    }

    private Wanted wanted(OwnedField field) {
        if (Templates.inValue(field.value())) {
            return new Wanted.Unclear("A template fills it in: " + field.value());
        }
        DriftOrigin origin = places.of(field);
        return new Wanted.Value(field.value(), Knobs.grammar(field.kind(), field.renderedPath(), field.value()), origin,
                false);
    }

    @Override
    public List<Setting> settings() {
        return fields.stream().map(field -> new Setting(field.renderedPath(), field.field(), field.container(),
                field.value(), Knobs.grammar(field.kind(), field.renderedPath(), field.value()), places.of(field)))
                .toList();
    }
}
