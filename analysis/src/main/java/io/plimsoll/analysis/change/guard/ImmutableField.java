package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;

/// The API server refuses to change some fields once an object exists; it would have to be deleted and made anew. From the
/// validation of the kinds in Kubernetes' own API, and Strimzi's treatment of storage.
final class ImmutableField implements GuardRule {
    private static final Map<String, Set<String>> PLACES = Map.ofEntries(
            Map.entry("Deployment", Set.of("spec.selector")), Map.entry("ReplicaSet", Set.of("spec.selector")),
            Map.entry("DaemonSet", Set.of("spec.selector")),
            Map.entry("StatefulSet",
                    Set.of("spec.selector", "spec.serviceName", "spec.podManagementPolicy",
                            "spec.volumeClaimTemplates")),
            Map.entry("Job", Set.of("spec.template", "spec.selector", "spec.completionMode")),
            Map.entry("PersistentVolumeClaim",
                    Set.of("spec.storageClassName", "spec.accessModes", "spec.volumeMode", "spec.selector",
                            "spec.volumeName")),
            Map.entry("StorageClass", Set.of("provisioner", "parameters", "reclaimPolicy", "volumeBindingMode")));

    /// Their known fields are objected to by `RollOutHarm`, and once is enough.
    private static final Set<String> ROLL_OUT = Set.of("StatefulSet", "Job", "PersistentVolumeClaim");

    @Override
    public String id() {
        return "immutable-field";
    }

    @Override
    public String explanation() {
        return "What the cluster does not let change, as a storage class or a claim template, is not changed by an edit.";
    }

    @Override
    public boolean appliesToUndo() {
        return true;
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (EditPreview edit : input.edits()) {
            String kind = GuardInput.kind(input.object(edit), edit);
            Optional<String> place = PLACES.getOrDefault(kind, Set.of()).stream()
                    .filter(each -> Keys.below(Keys.of(edit.applied().edit().path()), each)).findFirst();
            Knob old = edit.oldKnob();
            if (old != null && ROLL_OUT.contains(kind)) {
                continue;
            }
            if (place.isPresent()) {
                results.add(result(edit, Severity.BLOCK, false, GuardInput.what(edit) + ": " + place.get() + " of a "
                        + kind + " can't be changed; the object must be deleted and made anew"));
            } else if (old != null && old.field().equals(Field.STORAGE_CLASS)) {
                results.add(result(edit, Severity.BLOCK, false, GuardInput.what(edit)
                        + ": a volume that exists keeps its class; its data would have to be moved"));
            }
        }
        return results;
    }
}
