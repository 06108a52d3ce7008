package io.plimsoll.analysis.manifest.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.plimsoll.analysis.manifest.owner.kustomize.KustomizeRoots;
import io.plimsoll.analysis.manifest.owner.kustomize.OverlayChange;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// What gives one root another value than the place that it shares with others. Pure, safe from any thread.
///
/// A kustomization is patched itself, a deployer's folder instead of the deployer. The folder must be that root's alone.
public final class OverlayPatches {
    private OverlayPatches() {
    }

    /// @param files the clone
    /// @param trace of it
    /// @param place that several roots take a value from
    /// @param root  the one of them that shall have the new value
    /// @param value new text, in the author's unit
    /// @return one for each object of the root that takes the value; never empty
    /// @throws StepFailure NOT_PATCHABLE, OVERLAY_SHARED
    public static List<OverlayPatch> propose(Map<String, byte[]> files, Trace trace, Origin place, String root,
            String value, Cancellation cancellation) {
        Sources sources = new Sources(files);
        Set<String> folders = new TreeSet<>(trace.folders().getOrDefault(root, Set.of(root)));
        List<OwnedField> fields = new ArrayList<>();
        for (String folder : folders) {
            KustomizeRoots.trace(sources, List.of(folder), cancellation).fields().stream()
                    .filter(field -> EditEffect.same(field.origin(), place)).forEach(fields::add);
        }
        if (fields.isEmpty()) {
            throw StepFailure.refused("NOT_PATCHABLE", "The overlay can't be patched: no kustomization of " + root
                    + " takes the value from " + place.file() + ".",
                    "Edit the place that sets the value, or give the root an overlay of its own.");
        }
        fields.forEach(field -> requireAlone(sources, trace, field.root(), root));
        return fields.stream().map(field -> new OverlayChange(files, field, value, cancellation).propose()).toList();
    }

    /// @throws StepFailure OVERLAY_SHARED
    private static void requireAlone(Sources sources, Trace trace, String folder, String root) {
        Set<String> reached = new TreeSet<>(KustomizeRoots.above(sources, folder));
        reached.add(folder);
        List<String> others = Stream.concat(trace.fields().stream().map(OwnedField::root),
                trace.folders().keySet().stream()).distinct()
                .filter(each -> !each.equals(root)
                        && trace.folders().getOrDefault(each, Set.of(each)).stream().anyMatch(reached::contains))
                .sorted().toList();
        if (!others.isEmpty()) {
            throw StepFailure.refused("OVERLAY_SHARED", "A patch in " + folder + " would also change "
                    + String.join(", ", others) + ".", "Edit the place that sets the value, or split the overlay.");
        }
    }
}
