package io.plimsoll.analysis.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.task.StepFailure;

/// What is to be changed against one commit. Immutable.
///
/// @param baseCommit full id of the commit that the old values were read from
/// @param items      in the order in which they were added; each place once
public record ChangeSet(String baseCommit, List<Item> items) {
    private static final JsonMapper JSON = new JsonMapper();

    public ChangeSet {
        Objects.requireNonNull(baseCommit, "baseCommit");
        items = List.copyOf(items);
    }

    /// An intent and whether it will be committed.
    public record Item(Intent intent, boolean ticked) {
        public Item {
            Objects.requireNonNull(intent, "intent");
        }
    }

    public static ChangeSet on(String baseCommit) {
        return new ChangeSet(baseCommit, List.of());
    }

    /// Adds an intent, ticked. One for the same place is replaced; the value first looked at stays the old one. An intent that
    /// leads back to it drops out.
    public ChangeSet withIntent(Intent intent) {
        List<Item> changed = new ArrayList<>(items);
        for (int i = 0; i < changed.size(); i++) {
            Intent known = changed.get(i).intent();
            if (known.place().equals(intent.place())) {
                changed.set(i, new Item(new Intent(intent.file(), intent.document(), intent.path(), known.oldValue(),
                        intent.newValue(), intent.workload(), intent.overlay()), true));
                if (intent.newValue().equals(known.oldValue())) {
                    changed.remove(i);
                }
                return new ChangeSet(baseCommit, changed);
            }
        }
        if (!intent.newValue().equals(intent.oldValue())) {
            changed.add(new Item(intent, true));
        }
        return new ChangeSet(baseCommit, changed);
    }

    /// @param place as `Intent.place` gives it
    public ChangeSet without(String place) {
        return new ChangeSet(baseCommit, items.stream().filter(item -> !item.intent().place().equals(place)).toList());
    }

    /// Others in the place of one intent; without it nothing changes.
    ///
    /// @param place as `Intent.place` gives it
    public ChangeSet replaced(String place, List<Intent> others) {
        if (items.stream().noneMatch(item -> item.intent().place().equals(place))) {
            return this;
        }
        return without(place).withIntents(others);
    }

    /// One after the other.
    public ChangeSet withIntents(List<Intent> intents) {
        ChangeSet changed = this;
        for (Intent intent : intents) {
            changed = changed.withIntent(intent);
        }
        return changed;
    }

    public ChangeSet tick(String place, boolean ticked) {
        return new ChangeSet(baseCommit, items.stream()
                .map(item -> item.intent().place().equals(place) ? new Item(item.intent(), ticked) : item).toList());
    }

    /// The same intents against another commit; the preview refuses those whose old value is gone.
    public ChangeSet onto(String commit) {
        return new ChangeSet(commit, items);
    }

    /// The intents that will be committed.
    public List<Intent> ticked() {
        return items.stream().filter(Item::ticked).map(Item::intent).toList();
    }

    public String toJson() {
        return JSON.writeValueAsString(this);
    }

    /// @throws StepFailure CHANGE_SET_FILE
    public static ChangeSet fromJson(String json) {
        try {
            ChangeSet set = JSON.readValue(json, ChangeSet.class);
            if (set != null) {
                return set;
            }
            throw wrongFile(new IllegalArgumentException("null"));
        } catch (JacksonException e) {
            throw wrongFile(e);
        }
    }

    private static StepFailure wrongFile(Exception e) {
        return StepFailure.badInput("CHANGE_SET_FILE", "This is no change set: " + e.getMessage(),
                "Use a file that was written by `propose`.", e);
    }
}
