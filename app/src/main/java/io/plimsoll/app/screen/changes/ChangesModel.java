package io.plimsoll.app.screen.changes;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.CommitWish;
import io.plimsoll.analysis.change.Committed;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.change.RenderedChange;
import io.plimsoll.analysis.change.UndoWish;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Work;
import io.plimsoll.app.text.Messages;

/// The change set as the desk has it, with what is done to it. On the FX thread.
final class ChangesModel {
    private final ScreenContext context;
    private final ChangeDesk desk;
    private final ReadOnlyObjectWrapper<ChangesState> state = new ReadOnlyObjectWrapper<>(this, "state",
            ChangesState.none(true));
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ObjectProperty<@Nullable FileRow> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<List<RenderedChange>> rendered = new ReadOnlyObjectWrapper<>(this, "rendered",
            List.of());
    private final CommitDraft draft;
    private final ChangesFiles files;
    private int waiting;
    /// Something may have changed that is not shown yet.
    private boolean unshown;

    ChangesModel(ScreenContext context) {
        this.context = context;
        this.desk = context.workbench().changes();
        this.draft = new CommitDraft(context);
        this.files = new ChangesFiles(context);
    }

    /// What the user says about the commit.
    CommitDraft draft() {
        return draft;
    }

    /// The way of edits and commits into files.
    ChangesFiles files() {
        return files;
    }

    ReadOnlyObjectProperty<ChangesState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What deployers make of the ticked edits; comes after the state, since the whole clone is traced for it.
    ReadOnlyObjectProperty<List<RenderedChange>> renderedProperty() {
        return rendered.getReadOnlyProperty();
    }

    /// Whether the state was looked up at least once.
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
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

    /// The row whose diff is shown.
    ObjectProperty<@Nullable FileRow> selectedProperty() {
        return selected;
    }

    void refresh() {
        refresh("");
    }

    /// @param workload to be selected, or a file, if the set has it
    void refresh(String workload) {
        unshown = false;
        look(Messages.text("changes.looking"), (progress, cancellation) -> true, workload, false);
    }

    private void show(ChangesState found, String workload) {
        FileRow before = selected.get();
        List<FileRow> rows = found.rows();
        selected.set(rows.stream().filter(row -> !workload.isEmpty() && row.isCalled(workload)).findFirst()
                .or(() -> rows.stream().filter(row -> before != null && row.isSame(before)).findFirst())
                .orElse(rows.isEmpty() ? null : rows.getFirst()));
        loaded.set(true);
        state.set(found);
        draft.follow(found);
        Preview preview = found.preview();
        rendered.set(List.of());
        if (preview != null) {
            context.tasks().latest(List.of(this, "rendered"), Messages.text("changes.rendering"),
                    (progress, cancellation) -> desk.whatIf().rendered(preview, cancellation), rendered::set);
        }
    }

    void tick(FileRow row, boolean ticked) {
        change((progress, cancellation) -> desk.tick(row.places(), ticked));
    }

    void tick(Intent intent, boolean ticked) {
        change((progress, cancellation) -> desk.tick(List.of(intent.place()), ticked));
    }

    /// Adds the edits that a guard offers.
    void compensate(GuardResult result) {
        change((progress, cancellation) -> desk.compensate(result, cancellation));
    }

    /// Patches one root instead of editing what it shares with others.
    void patchOnly(Intent intent, String root) {
        change((progress, cancellation) -> desk.overlays().patch(desk.current(), List.of(intent), root,
                cancellation));
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

    /// @param done gets the commit
    void commit(Consumer<Committed> done) {
        CommitWish wish = draft.wish();
        busy.set(true);
        finish(Messages.text("changes.committing"),
                (progress, cancellation) -> desk.commit(wish, progress, cancellation), made -> {
                    draft.clear();
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

    private void change(Work<?> work) {
        look(Messages.text("changes.changing"), work, "", true);
    }

    /// Changes must neither cut each other off nor overtake each other. What is shown is looked up after the last of them.
    private void look(String title, Work<?> work, String workload, boolean changes) {
        waiting++;
        context.tasks().inTurn(desk, title, (progress, cancellation) -> {
            work.run(progress, cancellation);
            return ChangesLoad.read(context.workbench(), progress, cancellation);
        }, found -> {
            waiting--;
            unshown = waiting > 0;
            if (!unshown) {
                show(found, workload);
            }
        }, thrown -> {
            context.tasks().report(title, thrown);
            loaded.set(true);
            notShown(changes);
        }, () -> notShown(changes));
    }

    /// A change that failed or was cancelled half-way may have been made, and one before it that went well may not be shown.
    private void notShown(boolean changes) {
        waiting--;
        unshown |= changes;
        if (waiting == 0 && unshown) {
            refresh();
        }
    }

    private void finish(String title, Work<Committed> work, Consumer<Committed> done) {
        context.tasks().inTurn(desk, title, work, made -> {
            busy.set(false);
            done.accept(made);
            refresh();
        }, thrown -> {
            busy.set(false);
            draft.failed(thrown);
            context.tasks().report(title, thrown);
            refresh();
        }, () -> {
            busy.set(false);
            refresh();
        });
    }
}
