package io.plimsoll.analysis.change;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.task.StepFailure;

/// The states that a change set went through, for undo and redo while it is being edited. The oldest of more than 100 steps are
/// forgotten. Not safe from several threads.
public final class ChangeHistory {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 100;

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
            while (past.size() > LONGEST) {
                past.removeLast();
            }
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

    /// All states, for keeping.
    public String toJson() {
        return JSON.writeValueAsString(new Kept(List.copyOf(past), present, List.copyOf(future)));
    }

    /// @throws StepFailure CHANGE_SET_FILE
    public static ChangeHistory fromJson(String json) {
        try {
            Kept kept = JSON.readValue(json, Kept.class);
            ChangeHistory history = new ChangeHistory(kept.present());
            history.past.addAll(kept.past());
            history.future.addAll(kept.future());
            return history;
        } catch (JacksonException | NullPointerException e) {
            throw StepFailure.badInput("CHANGE_SET_FILE",
                    "The change set of this workspace can't be read: " + e.getMessage(),
                    "Start a new one.", e);
        }
    }

    /// The newest state first in both lists.
    private record Kept(List<ChangeSet> past, ChangeSet present, List<ChangeSet> future) {}
}
