package io.plimsoll.analysis.workload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OverlayPatch;
import io.plimsoll.analysis.manifest.owner.OverlayPatches;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Owners;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.manifest.yaml.Tree;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Where the fields of a commit's workloads are written. Worked out at the first question and kept. Safe from any thread.
public final class FieldOwners {
    private static final FieldOwners NONE = new FieldOwners(Map.of(), List.of());
    private static final String VALUES = "HelmValues";

    private final Map<String, byte[]> files;
    private final List<String> own;
    private final Map<String, List<Knob>> knobs = new HashMap<>();
    private final Map<String, List<OwnedField>> byObject = new HashMap<>();
    private final Map<String, Knob> byOrigin = new HashMap<>();
    private @Nullable Trace trace;
    private String lastFile = "";
    private List<Tree> lastDocuments = List.of();

    /// @param files all of the commit's, not copied; those that are no text may be empty
    /// @param own   addresses of the clone's remotes; those that no file speaks of tell nothing, as with a fork or a mirror
    FieldOwners(Map<String, byte[]> files, List<String> own) {
        this.files = files;
        this.own = List.copyOf(own);
    }

    /// Nobody is known to own anything.
    static FieldOwners none() {
        return NONE;
    }

    public synchronized Trace trace(Cancellation cancellation) {
        Trace known = trace;
        if (known == null) {
            known = Owners.trace(files, spoken(), cancellation);
            trace = known;
            known.fields().forEach(field -> byObject.computeIfAbsent(
                    field.kind().equals(VALUES) ? VALUES : field.kind() + "/" + field.name(),
                    unseen -> new ArrayList<>()).add(field));
        }
        return known;
    }

    /// The trace if some files held other bytes; not kept.
    ///
    /// @param changed paths with their bytes
    public Trace trace(Map<String, byte[]> changed, Cancellation cancellation) {
        Map<String, byte[]> other = new HashMap<>(files);
        other.putAll(changed);
        return Owners.trace(other, spoken(), cancellation);
    }

    /// The commit's files, those that are no text without content; not to be changed.
    public Map<String, byte[]> files() {
        return Collections.unmodifiableMap(files);
    }

    /// A document of a file; empty if it can't be read as YAML. Kept until another file is asked for: workloads come file by file.
    synchronized Optional<Tree> document(String file, int index) {
        if (!file.equals(lastFile)) {
            byte[] content = files.get(file);
            lastDocuments = content == null ? List.of() : Tree.documents(file, content);
            lastFile = file;
        }
        return index < lastDocuments.size() ? Optional.of(lastDocuments.get(index)) : Optional.empty();
    }

    /// What gives one root another value than the place that it shares with others.
    ///
    /// @throws StepFailure as `OverlayPatches.propose`
    public List<OverlayPatch> patches(Origin place, String root, String value, Cancellation cancellation) {
        return OverlayPatches.propose(files, trace(cancellation), place, root, value, cancellation);
    }

    private List<String> spoken() {
        return own.stream().filter(address -> {
            String name = address.replaceFirst("(\\.git)?/*$", "").replaceFirst("^.*[/:]([^/:]+[/:][^/:]+)$", "$1")
                    .toLowerCase(Locale.ROOT);
            return files.values().stream()
                    .anyMatch(text -> new String(text, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).contains(name));
        }).toList();
    }

    /// The fields of a workload as it is deployed. Of one that several roots deploy only what is the same in all of them is given,
    /// unless one of them is the workload's own root or takes its values from the workload's documents alone.
    synchronized List<OwnedField> of(DeclaredWorkload declared) {
        trace(Cancellation.never());
        List<OwnedField> all = all(declared);
        List<String> roots = all.stream().map(OwnedField::root).distinct().toList();
        if (roots.size() <= 1) {
            return all;
        }
        Optional<String> own = own(declared, all, roots);
        if (own.isPresent()) {
            return all.stream().filter(field -> field.root().equals(own.get())).toList();
        }
        String first = roots.getFirst();
        return all.stream().filter(field -> field.root().equals(first))
                .filter(field -> roots.stream().allMatch(root -> root.equals(first)
                        || field.sharedBy().contains(root)))
                .toList();
    }

    /// The one root that deploys a workload; empty if none is known to, or several.
    public synchronized Optional<String> rootOf(DeclaredWorkload declared) {
        trace(Cancellation.never());
        List<OwnedField> all = all(declared);
        List<String> roots = all.stream().map(OwnedField::root).distinct().toList();
        return roots.size() == 1 ? Optional.of(roots.getFirst()) : own(declared, all, roots);
    }

    private Optional<String> own(DeclaredWorkload declared, List<OwnedField> all, List<String> roots) {
        Set<String> documents = documents(declared);
        List<String> own = roots.stream().filter(root -> isRoot(root, declared.root())).toList();
        if (own.isEmpty()) {
            own = roots.stream().filter(root -> all.stream().filter(field -> field.root().equals(root))
                    .allMatch(field -> documents.contains(field.origin().file()))).toList();
        }
        return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
    }

    /// A deployer is the root of the folder that it alone deploys.
    private boolean isRoot(String root, String folder) {
        return root.equals(folder) || trace(Cancellation.never()).folders().getOrDefault(root, Set.of())
                .contains(folder);
    }

    private List<OwnedField> all(DeclaredWorkload declared) {
        String object = declared.kind().isEmpty() ? VALUES : declared.kind() + "/" + declared.name();
        Set<String> documents = documents(declared);
        return byObject.getOrDefault(object, List.of()).stream()
                .filter(field -> isOf(field, declared, documents)).toList();
    }

    private static Set<String> documents(DeclaredWorkload declared) {
        return declared.places().stream().map(ManifestPlace::file).collect(Collectors.toSet());
    }

    private static boolean isOf(OwnedField field, DeclaredWorkload declared, Set<String> documents) {
        if (field.kind().equals(VALUES)) {
            return documents.contains(field.origin().file());
        }
        return (field.namespace().isEmpty() || declared.namespace().isEmpty()
                || field.namespace().equals(declared.namespace()));
    }

    /// The knob at a field's own origin.
    Knob knob(OwnedField field) {
        return knob(field, field.origin());
    }

    /// The knob at an origin of a field, also at one that loses; one that no rule knows as a knob is made from the field that it ends in.
    synchronized Knob knob(OwnedField field, Origin origin) {
        String place = origin.file() + "#" + origin.document() + ":" + origin.path() + " " + field.field() + "="
                + field.value();
        Knob known = byOrigin.get(place);
        if (known == null) {
            known = look(field, origin);
            byOrigin.put(place, known);
        }
        return known;
    }

    private Knob look(OwnedField field, Origin origin) {
        byte[] content = files.getOrDefault(origin.file(), new byte[0]);
        String path = origin.path().toString();
        Optional<Knob> known = knobs.computeIfAbsent(origin.file(), file -> found(file, content)).stream()
                .filter(knob -> knob.document() == origin.document() && knob.path().toString().equals(path))
                .findFirst();
        return known.orElseGet(() -> {
            String reason = refusal(origin, content);
            return new Knob(origin.file(), origin.document(), origin.path(), VALUES, "", "", field.container(),
                    field.field(), field.value(), Knobs.grammar(field.kind(), field.renderedPath(), field.value()),
                    reason.isEmpty(), reason);
        });
    }

    private static List<Knob> found(String file, byte[] content) {
        try {
            return Knobs.find(file, content);
        } catch (StepFailure unreadable) {
            return List.of();
        }
    }

    private static String refusal(Origin origin, byte[] content) {
        try {
            ManifestEditor.value(origin.file(), content, origin.document(), origin.path());
            return "";
        } catch (StepFailure e) {
            return e.code() + ": " + e.message();
        }
    }
}
