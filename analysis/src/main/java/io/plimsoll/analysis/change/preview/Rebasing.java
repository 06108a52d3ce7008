package io.plimsoll.analysis.change.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.ChangeSet;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Moves a change set to another commit, if the values it was made for still stand there.
public final class Rebasing {
    private Rebasing() {
    }

    /// @throws StepFailure STALE_OLD_VALUE
    public static ChangeSet onto(ChangeSet set, GitRepository repository, String commitId, Cancellation cancellation) {
        ChangeSet moved = set.onto(commitId);
        List<String> stale = new ArrayList<>();
        for (ChangeSet.Item item : set.items()) {
            cancellation.check();
            Intent intent = item.intent();
            String there;
            try {
                there = present(repository, commitId, intent);
                base(repository, commitId, intent).ifPresent(stale::add);
            } catch (StepFailure e) {
                stale.add(intent.file() + ": " + intent.path() + " (" + e.message() + ")");
                continue;
            }
            if (intent.newValue().equals(there)) {
                moved = moved.without(intent.place());
            } else if (!Objects.equals(intent.oldValue(), there)) {
                stale.add(intent.file() + ": " + intent.path() + " is " + (there == null ? "gone" : there) + ", not "
                        + intent.oldValue());
            }
        }
        if (!stale.isEmpty()) {
            throw Refusal.STALE_OLD_VALUE
                    .because("At " + commitId.substring(0, 7) + " other values stand than those that were "
                            + "looked at: " + String.join("; ", stale) + ".");
        }
        return moved;
    }

    private static @Nullable String present(GitRepository repository, String commitId, Intent intent) {
        return ManifestEditor.value(intent.file(), repository.read(commitId, intent.file()), intent.edit());
    }

    /// What became of the value that a patch overrides, if that is another one.
    private static Optional<String> base(GitRepository repository, String commitId, Intent intent) {
        Intent.Overlay overlay = intent.overlay();
        if (overlay == null) {
            return Optional.empty();
        }
        Intent.Place place = overlay.base();
        String now = ManifestEditor.value(place.file(), repository.read(commitId, place.file()), place.document(),
                ManifestPath.parse(place.path()));
        return overlay.value().equals(now)
                ? Optional.empty()
                : Optional.of(place.file() + ": " + place.path() + " is " + (now == null ? "gone" : now) + ", not "
                        + overlay.value());
    }
}
