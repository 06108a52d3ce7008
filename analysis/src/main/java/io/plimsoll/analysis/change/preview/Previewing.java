package io.plimsoll.analysis.change.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.manifest.AppliedEdit;
import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.EditedManifest;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.LineDiff;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// Applies intents to the committed bytes of their files. The work tree is looked at for remarks only.
public final class Previewing {
    private static final String HEAD = "HEAD";
    private final GitRepository repository;

    public Previewing(GitRepository repository) {
        this.repository = repository;
    }

    /// @return by path
    /// @throws StepFailure what reading and editing refuse
    public List<FilePreview> files(String base, List<Intent> intents, Progress progress, Cancellation cancellation) {
        Map<String, List<Intent>> byFile = byFile(intents);
        AtomicInteger done = new AtomicInteger();
        return files(file -> {
            progress.update("Editing " + file, (double) done.getAndIncrement() / byFile.size());
            return repository.read(base, file);
        }, file -> repository.read(base, file), intents, cancellation);
    }

    /// The same on contents that come from elsewhere.
    List<FilePreview> files(Function<String, byte[]> contents, List<Intent> intents, Cancellation cancellation) {
        return files(contents, file -> new byte[0], intents, cancellation);
    }

    /// @param bases contents of files that are not edited, for what an overlay's patch overrides
    private List<FilePreview> files(Function<String, byte[]> contents, Function<String, byte[]> bases,
            List<Intent> intents, Cancellation cancellation) {
        List<FilePreview> files = new ArrayList<>();
        for (Map.Entry<String, List<Intent>> each : byFile(intents).entrySet()) {
            cancellation.check();
            byte[] before = contents.apply(each.getKey());
            EditedManifest edited = ManifestEditor.apply(each.getKey(), before,
                    each.getValue().stream().map(Intent::edit).toList());
            files.add(file(each.getKey(), before, edited.content(), each.getValue(), edited.edits(), bases));
        }
        return files;
    }

    /// Intents by file, in the order of their paths.
    public static Map<String, List<Intent>> byFile(List<Intent> intents) {
        Map<String, List<Intent>> byFile = new TreeMap<>();
        intents.forEach(intent -> byFile.computeIfAbsent(intent.file(), file -> new ArrayList<>()).add(intent));
        return byFile;
    }

    /// A file that goes back to known bytes as a whole.
    ///
    /// @param intents what that does to its values; a new value of "" for a key that goes
    public FilePreview restored(String file, byte[] before, byte[] after, List<Intent> intents) {
        return file(file, before, after, intents, intents.stream()
                .map(intent -> new AppliedEdit(intent.edit(), intent.oldValue(), intent.newValue(), 1, null, null))
                .toList(), other -> before);
    }

    private FilePreview file(String file, byte[] before, byte[] after, List<Intent> intents,
            List<AppliedEdit> applied, Function<String, byte[]> bases) {
        List<Knob> oldKnobs = knobs(file, before);
        List<Knob> newKnobs = knobs(file, after);
        Optional<byte[]> workTree = repository.uncommitted(file);
        List<EditPreview> edits = new ArrayList<>();
        for (int i = 0; i < intents.size(); i++) {
            Edit edit = applied.get(i).edit();
            boolean dirty = workTree.isPresent() && dirty(file, workTree.get(), edit);
            Knob now = at(file, after, newKnobs, edit);
            Knob was = at(file, before, oldKnobs, edit);
            Intent.Overlay overlay = intents.get(i).overlay();
            if (overlay != null) {
                was = overridden(overlay, now, bases);
                now = of(was, now, edit);
            }
            edits.add(new EditPreview(intents.get(i), applied.get(i), was, now, dirty));
        }
        return new FilePreview(file, List.copyOf(edits), before, after, LineDiff.of(before, after),
                workTree.isPresent(),
                oldKnobs, newKnobs, RollOuts.of(file, after, edits));
    }

    /// The guards judge the step from what the overlay took from its base.
    private static @Nullable Knob overridden(Intent.Overlay overlay, @Nullable Knob now,
            Function<String, byte[]> bases) {
        Intent.Place place = overlay.base();
        Knob base = at(place.file(), bases.apply(place.file()), List.of(),
                new Edit(place.document(), ManifestPath.parse(place.path()), null, ""));
        return base != null ? base : now == null ? null : valued(now, now, overlay.value());
    }

    /// A kustomization's own field, as in `replicas`, does not tell the kind of object that it is for; the base does.
    private static @Nullable Knob of(@Nullable Knob base, @Nullable Knob now, Edit edit) {
        return base == null || now != null && now.kind().equals(base.kind())
                ? now
                : valued(base, now == null ? base : now, edit.newValue());
    }

    private static Knob valued(Knob what, Knob where, String value) {
        return new Knob(where.file(), where.document(), where.path(), what.kind(), what.namespace(), what.name(),
                what.container(), what.field(), value, what.unit(), where.editable(), where.reason());
    }

    private static List<Knob> knobs(String file, byte[] content) {
        try {
            return Knobs.find(file, content);
        } catch (StepFailure unreadable) {
            return List.of();
        }
    }

    /// By path; one that is spelled in another way is looked for in the file.
    private static @Nullable Knob at(String file, byte[] content, List<Knob> knobs, Edit edit) {
        for (Knob knob : knobs) {
            if (knob.document() == edit.document() && knob.path().equals(edit.path())) {
                return knob;
            }
        }
        try {
            return Knobs.at(file, content, edit.document(), edit.path()).orElse(null);
        } catch (StepFailure noSuchKnob) {
            return null;
        }
    }

    private boolean dirty(String file, byte[] workTree, Edit edit) {
        try {
            byte[] head = repository.read(HEAD, file);
            String committed = value(file, head, edit.document(), edit.path());
            String edited = value(file, workTree, edit.document(), edit.path());
            return committed == null ? edited != null : !committed.equals(edited);
        } catch (StepFailure unreadable) {
            return true;
        }
    }

    @Nullable
    private static String value(String file, byte[] content, int document, ManifestPath path) {
        return ManifestEditor.value(file, content, document, path);
    }
}
