package io.plimsoll.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.EditedManifest;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.Sharing;
import io.plimsoll.analysis.manifest.owner.Owners;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.repository.LineDiff;
import io.plimsoll.analysis.repository.WorkTreeFile;
import io.plimsoll.analysis.task.AtomicFile;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// What a folder of manifests or one of its files says of cost, and edits of such a file, without a workspace and without Git.
public final class PlainManifests {
    private PlainManifests() {
    }

    /// `manifest knobs`: the values of one file that cost or save money.
    ///
    /// @throws StepFailure what reading it says
    public static List<Knob> knobs(Path file) {
        return Knobs.find(file.toString(), bytes(file));
    }

    /// `manifest set`: several values of one file, all or nothing.
    ///
    /// @param paths  as in `kubectl`
    /// @param values one for each path, as a Kubernetes quantity or in the path's own grammar
    /// @param sharing what to do with values that anchors share
    /// @param write   whether the file is changed, not just the difference told
    /// @throws StepFailure what reading and editing it say; SYMLINK and SUBMODULE where the path is not the file's own
    public static ChangedFile set(Path file, int document, List<String> paths, List<String> values, Sharing sharing,
            boolean write) {
        WorkTreeFile.check(file);
        byte[] before = bytes(file);
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            edits.add(ManifestEditor.proposed(file.toString(), before, document, ManifestPath.parse(paths.get(i)),
                    values.get(i), sharing));
        }
        EditedManifest edited = ManifestEditor.apply(file.toString(), before, edits, sharing);
        if (write) {
            AtomicFile.write(file, edited.content());
        }
        return new ChangedFile(LineDiff.of(before, edited.content()).unified(file.toString()), edits.stream()
                .filter(edit -> edit.oldValue() == null).map(edit -> edit.path().toString()).toList());
    }

    /// What `manifest set` does to a file.
    ///
    /// @param diff  unified
    /// @param added paths that did not exist
    public record ChangedFile(String diff, List<String> added) {}

    /// `manifest trace`: who owns the cost fields that a folder of manifests deploys, from its files as they are.
    ///
    /// @throws StepFailure FILE_MISSING or FOLDER_UNREADABLE
    public static Trace trace(Path clone, Cancellation cancellation) {
        return Owners.trace(PlainTree.read(clone, cancellation), cancellation);
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ManifestEditor.LARGEST + 1);
        } catch (IOException e) {
            throw StepFailure.badInput("FILE_MISSING", file + " can't be read.",
                    "Check the name and that you may read it.", e);
        }
    }
}
