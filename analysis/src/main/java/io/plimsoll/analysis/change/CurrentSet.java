package io.plimsoll.analysis.change;

import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// The change set with its steps and what its proposals were expected to save, kept in the workspace at every step. Not safe from
/// several threads.
final class CurrentSet {
    private final DeskLedger kept;
    private final Supplier<String> head;
    private @Nullable ChangeHistory history;
    private @Nullable Estimates estimates;

    /// @param head the commit that a first, empty set is against
    CurrentSet(DeskLedger kept, Supplier<String> head) {
        this.kept = kept;
        this.head = head;
    }

    ChangeSet present() {
        return history().present();
    }

    ChangeSet put(ChangeSet next) {
        history().push(next);
        keep();
        return next;
    }

    ChangeSet put(ChangeSet next, Estimates expected) {
        estimates = expected;
        return put(next);
    }

    ChangeSet undo() {
        ChangeSet set = history().undo();
        keep();
        return set;
    }

    ChangeSet redo() {
        ChangeSet set = history().redo();
        keep();
        return set;
    }

    boolean canUndo() {
        return history().canUndo();
    }

    boolean canRedo() {
        return history().canRedo();
    }

    Estimates estimates() {
        if (estimates == null) {
            estimates = kept.estimates();
        }
        return Objects.requireNonNull(estimates);
    }

    /// Reads what is kept again: it was changed behind this one.
    void reload() {
        history = null;
        estimates = null;
    }

    private ChangeHistory history() {
        if (history == null) {
            history = kept.history().orElseGet(() -> new ChangeHistory(ChangeSet.on(head.get())));
        }
        return Objects.requireNonNull(history);
    }

    /// What can't be kept did not happen.
    private void keep() {
        try {
            kept.keep(history(), estimates());
        } catch (RuntimeException e) {
            reload();
            throw e;
        }
    }
}
