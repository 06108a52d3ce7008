package io.plimsoll.app.screen.changes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.CommitWish;
import io.plimsoll.analysis.change.Committed;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.change.UndoWish;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Work;
import io.plimsoll.app.text.Messages;

/// The change set as the desk has it, and what the user is about to say about its commit. On the FX thread.
final class ChangesModel {
    private final ScreenContext context;
    private final ChangeDesk desk;
    private final ReadOnlyObjectWrapper<ChangesState> state = new ReadOnlyObjectWrapper<>(this, "state",
            ChangesState.none(true));
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ObjectProperty<@Nullable FileRow> selected = new SimpleObjectProperty<>(this, "selected");
    private final StringProperty branch = new SimpleStringProperty(this, "branch", "");
    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private final BooleanProperty signOff = new SimpleBooleanProperty(this, "signOff");
    private final Map<String, String> overrides = new TreeMap<>();
    private String proposedBranch = "";
    private int asked;
    private int waiting;

    ChangesModel(ScreenContext context) {
        this.context = context;
        this.desk = context.workbench().changes();
        branch.addListener((property, before, now) -> judge());
        words.addListener((property, before, now) -> compose());
        signOff.addListener((property, before, now) -> compose());
    }

    ReadOnlyObjectProperty<ChangesState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether the state was looked up at least once.
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// Whether a commit would be made.
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /// A commit or its undo is under way.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    BooleanBinding canUndoBinding() {
        return of(ChangesState::canUndo);
    }

    BooleanBinding canRedoBinding() {
        return of(ChangesState::canRedo);
    }

    /// Whether the set holds anything.
    BooleanBinding filledBinding() {
        return of(found -> !found.set().items().isEmpty());
    }

    BooleanBinding canUndoCommitBinding() {
        return of(found -> found.lastCommit().isPresent());
    }

    private BooleanBinding of(Predicate<ChangesState> condition) {
        return Bindings.createBooleanBinding(() -> condition.test(state.get()), state);
    }

    /// The whole message that the commit would get.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// The row whose diff is shown.
    ObjectProperty<@Nullable FileRow> selectedProperty() {
        return selected;
    }

    StringProperty branchProperty() {
        return branch;
    }

    /// The user's own words for the message; empty for those made from the change.
    StringProperty wordsProperty() {
        return words;
    }

    BooleanProperty signOffProperty() {
        return signOff;
    }

    /// Guard to reason.
    Map<String, String> overrides() {
        return Map.copyOf(overrides);
    }

    void refresh() {
        refresh("");
    }

    /// @param workload to be selected, if the set has it
    void refresh(String workload) {
        look(Messages.text("changes.looking"), (progress, cancellation) -> true, workload);
    }

    private void show(ChangesState found, String workload) {
        FileRow before = selected.get();
        List<FileRow> rows = found.rows();
        if (branch.get().isBlank() || branch.get().equals(proposedBranch)) {
            proposedBranch = found.branch();
            branch.set(found.branch());
        }
        selected.set(rows.stream().filter(row -> row.workload().equals(workload) && !workload.isEmpty()).findFirst()
                .or(() -> rows.stream().filter(row -> before != null && row.isSame(before)).findFirst())
                .orElse(rows.isEmpty() ? null : rows.getFirst()));
        loaded.set(true);
        state.set(found);
        compose();
        judge();
    }

    void tick(FileRow row, boolean ticked) {
        change((progress, cancellation) -> desk.tick(row.places(), ticked));
    }

    void tick(Intent intent, boolean ticked) {
        change((progress, cancellation) -> desk.tick(List.of(intent.place()), ticked));
    }

    void remove(FileRow row) {
        change((progress, cancellation) -> desk.remove(row.places()));
    }

    void undo() {
        change((progress, cancellation) -> desk.undo());
    }

    void redo() {
        change((progress, cancellation) -> desk.redo());
    }

    void clear() {
        change((progress, cancellation) -> desk.clear());
    }

    void rebase() {
        change((progress, cancellation) -> desk.rebase(cancellation));
    }

    /// Overrules a guard; an empty reason takes that back.
    void override(String rule, String reason) {
        if (reason.isBlank()) {
            overrides.remove(rule);
        } else {
            overrides.put(rule, reason.strip());
        }
        compose();
        judge();
    }

    boolean isOverridden(GuardResult result) {
        return overrides.containsKey(result.rule());
    }

    /// @param done gets the commit
    void commit(Consumer<Committed> done) {
        CommitWish wish = wish();
        busy.set(true);
        finish(Messages.text("changes.committing"),
                (progress, cancellation) -> desk.commit(wish, progress, cancellation), made -> {
                    overrides.clear();
                    words.set("");
                    branch.set("");
                    done.accept(made);
                });
    }

    void undoLast(Consumer<Committed> done) {
        state.get().lastCommit().ifPresent(last -> {
            busy.set(true);
            finish(Messages.text("changes.undoing"),
                    (progress, cancellation) -> desk.undoCommit(last, UndoWish.because(""), progress, cancellation),
                    done);
        });
    }

    void savePatch(Path file, Runnable done) {
        context.tasks().submit(Messages.text("changes.saving"), (progress, cancellation) -> {
            desk.patch(file, progress, cancellation);
            return true;
        }, written -> done.run());
    }

    private CommitWish wish() {
        String own = words.get().strip();
        return CommitWish.of(branch.get().strip(), own.isEmpty() ? Optional.empty() : Optional.of(own), overrides,
                state.get().saving(), signOff.get());
    }

    private void change(Work<?> work) {
        look(Messages.text("changes.changing"), work, "");
    }

    /// Changes must not cut each other off, so this is not `latest`. What is shown is looked up after the last of them.
    private void look(String title, Work<?> work, String workload) {
        int number = ++asked;
        waiting++;
        context.tasks().submit(title, (progress, cancellation) -> {
            work.run(progress, cancellation);
            return ChangesLoad.read(context.workbench(), progress, cancellation);
        }, found -> {
            waiting--;
            if (waiting == 0 && number == asked) {
                show(found, workload);
            } else if (waiting == 0) {
                refresh(workload);
            }
        }, thrown -> {
            waiting--;
            context.tasks().report(title, thrown);
            loaded.set(true);
        });
    }

    private void finish(String title, Work<Committed> work, Consumer<Committed> done) {
        context.tasks().submit(title, work, made -> {
            busy.set(false);
            done.accept(made);
            refresh();
        }, thrown -> {
            busy.set(false);
            context.tasks().report(title, thrown);
            refresh();
        });
    }

    private void compose() {
        Preview preview = state.get().preview();
        if (preview == null) {
            message.set("");
            return;
        }
        CommitWish wish = wish();
        context.tasks().latest(List.of(this, "message"), Messages.text("changes.composing"),
                (progress, cancellation) -> desk.message(preview, wish), message::set);
    }

    private void judge() {
        Preview preview = state.get().preview();
        ready.set(preview != null && !branch.get().isBlank()
                && preview.guards().stream().filter(GuardResult::blocks).allMatch(this::isOverridden));
    }
}
