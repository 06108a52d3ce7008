package io.plimsoll.analysis.manifest.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.manifest.owner.deploy.Clone;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.RenderedFields;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// Manifests that nobody in the clone refers to: applied as they are, so their folder is the root.
final class PlainRoots {
    private PlainRoots() {
    }

    /// @param used  files that another root reads
    /// @param paths folders that another root deploys
    static Trace trace(Clone clone, Set<String> used, Set<String> paths) {
        List<OwnedField> fields = new ArrayList<>();
        List<Unresolved> unresolved = new ArrayList<>();
        for (String file : clone.files()) {
            clone.cancellation().check();
            String folder = ClonePaths.folder(file);
            if (used.contains(file) || paths.contains(folder)) {
                continue;
            }
            RenderedFields rendered = new RenderedFields(clone.sources(), folder, "");
            for (Value.Fields object : clone.objects(file)) {
                try {
                    fields.addAll(rendered.of(object));
                } catch (StepFailure e) {
                    unresolved.add(new Unresolved(folder, e.code() + ": " + e.message()));
                }
            }
        }
        return new Trace(fields, unresolved);
    }
}
