package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OverlayPatch;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.RenderedFields;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Looks for the smallest change of an overlay that sets one field there. See `OverlayPatch`.
public final class OverlayChange {
    private static final List<String> REPLICATED = List.of("Deployment", "StatefulSet", "ReplicaSet",
            "ReplicationController");

    private final Map<String, byte[]> files;
    private final OwnedField field;
    private final String value;
    private final Cancellation cancellation;
    private final Sources sources;
    private final String file;
    private final List<OwnedField> before;
    private final List<String> failures = new ArrayList<>();

    /// @param files the clone
    /// @param field of a root that is a kustomization's folder
    /// @param value new text, in the author's unit
    /// @throws StepFailure NOT_PATCHABLE if the root is no kustomization
    public OverlayChange(Map<String, byte[]> files, OwnedField field, String value, Cancellation cancellation) {
        this.files = files;
        this.field = field;
        this.value = value;
        this.cancellation = cancellation;
        this.sources = new Sources(files);
        this.file = Kustomization.file(sources, field.root())
                .orElseThrow(() -> notPatchable(field.root() + " is no kustomization."));
        this.before = fields(sources);
    }

    /// @throws StepFailure NOT_PATCHABLE, with what each way failed at
    public OverlayPatch propose() {
        Kustomization overlay = Kustomization.read(sources, field.root());
        Resource resource = new KustomizeBuild(sources, cancellation).finished(overlay).all().stream()
                .filter(this::isTheObject).findFirst()
                .orElseThrow(() -> notPatchable(field.root() + " does not render the object any more."));
        if (field.renderedPath().steps().contains(new ManifestPath.Nested())) {
            throw notPatchable("The value stands in a text of the object, which patches replace as a whole.");
        }
        Value.Leaf leaf = new RenderedFields(sources, field.root(), "").leaf(resource.tree(), field.renderedPath());
        List<ResourceId> names = Stream.concat(resource.previousIds().stream(), Stream.of(resource.id())).distinct()
                .toList();
        NewPatch text = new NewPatch(resource.tree(), field.renderedPath(), value, leaf == null || leaf.plain());
        return own().or(() -> extended(overlay, names)).or(() -> replicas(names)).or(() -> added(names, text))
                .orElseThrow(() -> notPatchable(String.join(" ", failures.stream().distinct().toList())));
    }

    private boolean isTheObject(Resource each) {
        return each.kind().equals(field.kind()) && each.name().equals(field.name())
                && each.namespace().equals(field.namespace());
    }

    /// The value that the overlay itself writes already.
    private Optional<OverlayPatch> own() {
        Origin origin = field.origin();
        return ClonePaths.folder(origin.file()).equals(field.root())
                ? tried(OverlayPatch.OWN, origin.file(),
                        new Edit(origin.document(), origin.path(), field.value(), value))
                : Optional.empty();
    }

    /// The last patch first: it wins.
    private Optional<OverlayPatch> extended(Kustomization overlay, List<ResourceId> names) {
        List<Value> patches = overlay.items("patches");
        Optional<OverlayPatch> found = Optional.empty();
        for (int i = patches.size() - 1; i >= 0 && found.isEmpty(); i--) {
            ManifestPath inline = ManifestPath.ROOT.key("patches").index(i).key("patch");
            String path = patches.get(i).text("path");
            found = path.isEmpty()
                    ? extended(patches.get(i).at("patch"), file, inline.nested(), names)
                    : extended(null, overlay.resolve(path), ManifestPath.ROOT, names);
        }
        for (Value.Leaf entry : overlay.leaves("patchesStrategicMerge")) {
            if (found.isEmpty() && !entry.text().contains("\n")) {
                found = extended(null, overlay.resolve(entry.text()), ManifestPath.ROOT, names);
            }
        }
        return found;
    }

    /// @param inline the patch's text; `null` if it is the file
    private Optional<OverlayPatch> extended(@Nullable Value inline, String patched, ManifestPath prefix,
            List<ResourceId> names) {
        List<Value> documents = inline instanceof Value.Leaf leaf
                ? sources.inside(leaf)
                : sources.isFile(patched) ? sources.documents(patched) : List.of();
        for (int i = 0; i < documents.size(); i++) {
            Value patch = documents.get(i);
            boolean forIt = names.stream().anyMatch(id -> id.name().equals(patch.text("metadata", "name"))
                    && id.kind().equals(patch.text("kind")));
            int document = inline == null ? i : 0;
            if (forIt && (inline == null || i == 0)) {
                ManifestPath place = prefix.plus(field.renderedPath());
                Optional<OverlayPatch> found = tried(OverlayPatch.EXTENDED, patched,
                        new Edit(document, place, null, value));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<OverlayPatch> replicas(List<ResourceId> names) {
        boolean fits = field.field().equals(Field.REPLICAS) && REPLICATED.contains(field.kind())
                && field.renderedPath().toString().equals("spec.replicas");
        for (ResourceId id : fits ? names : List.<ResourceId>of()) {
            Optional<OverlayPatch> found = tried(OverlayPatch.REPLICAS, file, new Edit(document(),
                    ManifestPath.ROOT.key("replicas").index(0).key("count"), null, value,
                    List.of("name: " + id.name())));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<OverlayPatch> added(List<ResourceId> names, NewPatch text) {
        for (ResourceId id : names) {
            Optional<OverlayPatch> found = text.strategic(id, document())
                    .flatMap(edit -> tried(OverlayPatch.ADDED, file, edit))
                    .or(() -> text.json(id, document()).flatMap(edit -> tried(OverlayPatch.ADDED, file, edit)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private int document() {
        List<Value> documents = sources.documents(file);
        for (int i = 0; i < documents.size(); i++) {
            if (documents.get(i) instanceof Value.Fields) {
                return i;
            }
        }
        return 0;
    }

    /// The change, if it renders as wanted.
    private Optional<OverlayPatch> tried(String how, String changed, Edit edit) {
        try {
            byte[] content = ManifestEditor.apply(changed, sources.content(changed), List.of(edit)).content();
            Map<String, byte[]> edited = new HashMap<>(files);
            edited.put(changed, content);
            List<OwnedField> after = fields(new Sources(edited));
            Optional<OwnedField> now = after.stream().filter(this::isTheField).findFirst();
            boolean exact = now.isPresent() && now.get().value().equals(value) && others(after).equals(others(before));
            if (exact && !changed.equals(file) && usedElsewhere(changed)) {
                failures.add(changed + " is used by other kustomizations too.");
            } else if (exact && !harmlessAbove(new Sources(edited), now.get().origin())) {
                failures.add(how + " changes other fields where something builds upon " + field.root() + ".");
            } else if (exact) {
                return Optional.of(new OverlayPatch(changed, content, edit, how, now.get().origin()));
            } else {
                failures.add(how + " does not set the field, or sets others too.");
            }
        } catch (StepFailure e) {
            failures.add(how + " is refused (" + e.code() + ": " + e.message() + ")");
        }
        return Optional.empty();
    }

    /// Whether what builds upon the overlay renders the same, but for the value at the new place. A strategic patch moves
    /// containers to the front, which positions in patches further up would feel.
    private boolean harmlessAbove(Sources edited, Origin place) {
        for (String folder : KustomizeRoots.above(sources, field.root())) {
            List<String> old = keys(KustomizeRoots.trace(sources, List.of(folder), cancellation), null);
            List<String> now = keys(KustomizeRoots.trace(edited, List.of(folder), cancellation), place);
            if (old.size() != now.size() || !within(now, old)) {
                return false;
            }
        }
        return true;
    }

    private static boolean within(List<String> now, List<String> old) {
        List<String> left = new ArrayList<>(old);
        return now.stream().allMatch(key -> key.endsWith(" = ")
                ? left.removeIf(startsWithOnce(key))
                : left.remove(key));
    }

    private static Predicate<String> startsWithOnce(String start) {
        boolean[] done = {false};
        return key -> !done[0] && (done[0] = key.startsWith(start));
    }

    /// @param place of which the value is left out; `null` for none
    private static List<String> keys(Trace trace, @Nullable Origin place) {
        return Stream.concat(trace.unresolved().stream().map(each -> each.root() + " unresolved"),
                trace.fields().stream().map(each -> each.kind() + " " + each.namespace() + "/" + each.name() + " "
                        + each.renderedPath() + " = " + (each.origin().equals(place) ? "" : each.value())))
                .toList();
    }

    private boolean usedElsewhere(String patched) {
        return KustomizeRoots.users(sources, patched).stream().anyMatch(folder -> !folder.equals(field.root()));
    }

    private boolean isTheField(OwnedField each) {
        return each.kind().equals(field.kind()) && each.name().equals(field.name())
                && each.namespace().equals(field.namespace())
                && each.renderedPath().toString().equals(field.renderedPath().toString());
    }

    private List<String> others(List<OwnedField> fields) {
        return fields.stream().filter(each -> !isTheField(each)).map(each -> each.kind() + " " + each.namespace() + "/"
                + each.name() + " " + each.renderedPath() + " " + each.value()).sorted().toList();
    }

    private List<OwnedField> fields(Sources from) {
        RenderedFields rendered = new RenderedFields(from, field.root(), "");
        List<OwnedField> fields = new ArrayList<>();
        Kustomize.objects(from, field.root(), cancellation).forEach(object -> fields.addAll(rendered.of(object)));
        return fields;
    }

    private static StepFailure notPatchable(String why) {
        return StepFailure.refused("NOT_PATCHABLE", "The overlay can't be patched: " + why,
                "Write the patch by hand, or edit the place that sets the value.");
    }
}
