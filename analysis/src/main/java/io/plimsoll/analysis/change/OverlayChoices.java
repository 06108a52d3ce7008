package io.plimsoll.analysis.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.plimsoll.analysis.manifest.owner.OverlayPatch;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.FieldOwners;

/// Between editing the base, which changes all roots that take the value, and patching one of their overlays. Each patch was
/// rendered before it is offered: that root has the new value, and nothing else is different. Safe from any thread.
///
/// Every method that looks into the clone may fail with NO_CLONE and with what `GitRepository.open` refuses.
public final class OverlayChoices {
    private final WorkspaceClone clone;
    private final TouchedWorkloads touched;
    private final Function<UnaryOperator<ChangeSet>, ChangeSet> change;

    /// @param change makes a step of the present change set
    OverlayChoices(WorkspaceClone clone, TouchedWorkloads touched,
            Function<UnaryOperator<ChangeSet>, ChangeSet> change) {
        this.clone = clone;
        this.touched = touched;
        this.change = change;
    }

    /// One for each root that takes the value of an intent's place, at the change set's commit; none if a single one does.
    public List<OverlayChoice> alternatives(ChangeSet set, Intent intent, Cancellation cancellation) {
        try (GitRepository repository = clone.open()) {
            FieldOwners owners = touched.owners(repository, set.baseCommit(), cancellation);
            EditOwner owner = EditOwner.of(owners.trace(cancellation), intent);
            return owner.isBase()
                    ? owner.changes().stream().map(root -> choice(owners, intent, root, cancellation)).toList()
                    : List.of();
        }
    }

    private static OverlayChoice choice(FieldOwners owners, Intent intent, String root, Cancellation cancellation) {
        try {
            return new OverlayChoice(root, patches(owners, intent, root, cancellation), null, "");
        } catch (StepFailure e) {
            return new OverlayChoice(root, List.of(), e.code(), e.message());
        }
    }

    private static List<Intent> patches(FieldOwners owners, Intent intent, String root, Cancellation cancellation) {
        String value = owners.trace(cancellation).effect(EditOwner.place(intent)).changes().stream()
                .filter(field -> field.root().equals(root)).findFirst()
                .orElseThrow(() -> StepFailure.refused("OTHER_ROOT",
                        root + " takes no value from " + intent.file() + ": " + intent.path() + ".",
                        "See which roots do: plimsoll propose"))
                .value();
        List<Intent> patches = new ArrayList<>();
        for (OverlayPatch patch : owners.patches(EditOwner.place(intent), root, intent.newValue(), cancellation)) {
            patches.add(new Intent(patch.file(), patch.edit().document(), patch.edit().path().toString(),
                    patch.edit().oldValue(), intent.newValue(), intent.workload(),
                    new Intent.Overlay(root, new Intent.Place(intent.file(), intent.document(), intent.path()),
                            Objects.requireNonNullElse(intent.oldValue(), value), patch.edit().item())));
        }
        return patches;
    }

    /// Takes a choice instead of the intent that it was made for, in one step.
    ///
    /// @throws StepFailure the choice's own code if it is not possible
    public ChangeSet replaceBy(Intent intent, OverlayChoice choice) {
        if (choice.code() != null) {
            throw StepFailure.refused(choice.code(), choice.reason(), "Edit the base, or patch another overlay.");
        }
        return change.apply(set -> set.replaced(intent.place(), choice.intents()));
    }

    /// Patches one root instead of editing what it shares with others, for all of these intents in one step. An intent whose value only
    /// that root takes stays as it is, and so does a patch of an overlay.
    ///
    /// @throws StepFailure NOT_PATCHABLE, OVERLAY_SHARED, OTHER_ROOT; then nothing is changed
    public ChangeSet patch(ChangeSet set, List<Intent> intents, String root, Cancellation cancellation) {
        Map<String, List<Intent>> patches = new LinkedHashMap<>();
        try (GitRepository repository = clone.open()) {
            FieldOwners owners = touched.owners(repository, set.baseCommit(), cancellation);
            for (Intent intent : intents) {
                if (intent.overlay() == null
                        && !EditOwner.of(owners.trace(cancellation), intent).changes().equals(List.of(root))) {
                    patches.put(intent.place(), patches(owners, intent, root, cancellation));
                }
            }
        }
        return change.apply(present -> {
            ChangeSet changed = present;
            for (Map.Entry<String, List<Intent>> each : patches.entrySet()) {
                changed = changed.replaced(each.getKey(), each.getValue());
            }
            return changed;
        });
    }
}
