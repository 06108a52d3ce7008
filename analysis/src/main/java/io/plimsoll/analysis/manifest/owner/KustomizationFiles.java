package io.plimsoll.analysis.manifest.owner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.manifest.owner.deploy.Clone;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// Which files kustomizations take: those are no roots of their own.
final class KustomizationFiles {
    private static final List<String> OBJECTS = List.of("resources", "bases", "crds");

    private KustomizationFiles() {
    }

    /// @return by file whether it is something else than objects: a patch, or the kustomization itself
    static Map<String, Boolean> used(Clone clone) {
        Map<String, Boolean> used = new HashMap<>();
        for (String file : clone.files()) {
            if (Clone.isKustomization(file)) {
                used.put(file, true);
                try {
                    clone.sources().documents(file).forEach(document -> note(clone, file, document, used));
                } catch (StepFailure unreadable) {
                    used.put(file, true);
                }
            }
        }
        return used;
    }

    private static void note(Clone clone, String file, Value document, Map<String, Boolean> used) {
        if (document instanceof Value.Fields fields) {
            fields.entries().forEach((key, value) -> leaves(clone, ClonePaths.folder(file), value,
                    !OBJECTS.contains(key), used));
        }
    }

    /// Every text that leads to a file counts, wherever it stands.
    private static void leaves(Clone clone, String folder, Value value, boolean patch, Map<String, Boolean> used) {
        switch (value) {
            case Value.Fields fields -> fields.entries().values()
                    .forEach(each -> leaves(clone, folder, each, patch, used));
            case Value.Items items -> items.values().forEach(each -> leaves(clone, folder, each, patch, used));
            case Value.Leaf leaf -> {
                String path = leaf.text().substring(leaf.text().indexOf('=') + 1).strip();
                if (!path.isEmpty() && path.length() < 500 && path.indexOf('\n') < 0) {
                    try {
                        String place = ClonePaths.resolve(folder, path);
                        if (clone.sources().isFile(place)) {
                            used.merge(place, patch, Boolean::logicalAnd);
                        }
                    } catch (StepFailure noPath) {
                        return;
                    }
                }
            }
        }
    }
}
