package io.plimsoll.analysis.change;

import java.util.ArrayDeque;
import java.util.Deque;

/// The states that a change set went through, for undo and redo while it is being edited. Not safe from several threads.
public final class ChangeHistory {
    private final Deque<ChangeSet> past = new ArrayDeque<>();
    private final Deque<ChangeSet> future = new ArrayDeque<>();
    private ChangeSet present;

    public ChangeHistory(ChangeSet present) {
        this.present = present;
    }

    public ChangeSet present() {
        return present;
    }

    /// Makes `next` the present state; what was undone before can't be redone any more.
    public void push(ChangeSet next) {
        if (!next.equals(present)) {
            past.push(present);
            future.clear();
            present = next;
        }
    }

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    /// Steps back; without a past nothing happens.
    public ChangeSet undo() {
        if (canUndo()) {
            future.push(present);
            present = past.pop();
        }
        return present;
    }

    /// Steps forward again; without a future nothing happens.
    public ChangeSet redo() {
        if (canRedo()) {
            past.push(present);
            present = future.pop();
        }
        return present;
    }
}
