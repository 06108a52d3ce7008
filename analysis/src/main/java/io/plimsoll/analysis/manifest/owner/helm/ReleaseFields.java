package io.plimsoll.analysis.manifest.owner.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.manifest.owner.tree.RenderedFields;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// The cost fields of rendered objects, each with what is uncertain about its own value.
public final class ReleaseFields {
    private final RenderedFields fields;
    private final String root;
    private final String name;
    private final String namespace;

    /// @param name      stands for the objects' where these are plain values
    /// @param namespace likewise
    public ReleaseFields(Sources sources, String root, String name, String namespace) {
        this.fields = new RenderedFields(sources, root, "");
        this.root = root;
        this.name = name;
        this.namespace = namespace;
    }

    public List<OwnedField> of(Rendered rendered) {
        List<OwnedField> found = new ArrayList<>();
        for (Value object : rendered.objects()) {
            if (FreeKinds.free(object.text("kind"))) {
                continue;
            }
            try {
                fields.of(object).forEach(field -> found.add(noted(field, object, rendered)));
            } catch (StepFailure e) {
                rendered.unresolved().add(new Unresolved(root, e.code() + ": " + e.message()));
            }
        }
        Set<Origin> told = found.stream().filter(field -> !isValue(field)).map(OwnedField::origin)
                .collect(Collectors.toSet());
        return found.stream().filter(field -> !field.origin().file().isEmpty()
                && !(isValue(field) && told.contains(field.origin()))).toList();
    }

    private static boolean isValue(OwnedField field) {
        return field.kind().equals("HelmValues");
    }

    private OwnedField noted(OwnedField field, Value object, Rendered rendered) {
        Value.Leaf leaf = fields.leaf(object, field.renderedPath());
        String note = leaf == null ? "" : rendered.notes().getOrDefault(leaf, "");
        boolean plain = field.name().isEmpty();
        return new OwnedField(field.root(), field.kind(), plain ? namespace : field.namespace(),
                plain ? name : field.name(), field.container(), field.field(), field.value(), field.origin(),
                field.shadowed(), field.sharedBy(), field.renderedPath(), note.isEmpty() ? field.note() : note);
    }
}
