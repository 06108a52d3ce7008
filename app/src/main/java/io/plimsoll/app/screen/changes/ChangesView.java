package io.plimsoll.app.screen.changes;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.plimsoll.app.command.Command;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// Which lines of which manifests change, whether the guards allow it, and the commit.
public final class ChangesView extends StackPane {
    private static final double[] WIDTHS = {290, 560, 340};

    private final ScreenContext context;
    private final ChangesModel model;
    private final FilesCard files;
    private final DiffCard diff;
    private final GuardCard guards;
    private final CommitCard commit;
    private final Region page;

    public ChangesView(ScreenContext context) {
        this.context = context;
        this.model = new ChangesModel(context);
        this.files = new FilesCard(model, () -> TagsSheet.open(context));
        this.diff = new DiffCard(context, model);
        this.guards = new GuardCard(model);
        this.commit = new CommitCard(context, model);
        setId("changes");
        VBox right = new VBox(12, guards, commit);
        ScrollPane scroll = new ScrollPane(right);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("pl-changes-scroll");
        scroll.setMinWidth(0);
        this.page = new Sheet().fill(Sheet.weighted(WIDTHS, files, diff, scroll));
        getChildren().add(EmptyState.loading());
        offerCommands();
        model.stateProperty().addListener((property, before, now) -> show(now));
        model.loadedProperty().addListener((property, before, now) -> show(model.stateProperty().get()));
        context.selection("changes").addListener((property, before, now) -> {
            if (!now.isEmpty()) {
                model.refresh(now);
            }
        });
        context.follow(this, () -> model.refresh(context.selection("changes").get()));
    }

    private void offerCommands() {
        context.offer(
                Command.of("edit.undoChange", Messages.text("changes.undo"), () -> step(model::undo, "undid"))
                        .withKey("Shortcut+Z")
                        .enabledWhen(model.canUndoBinding()),
                Command.of("edit.redoChange", Messages.text("changes.redo"), () -> step(model::redo, "redid"))
                        .withKey("Shortcut+Shift+Z")
                        .enabledWhen(model.canRedoBinding()),
                Command.of("edit.clearChanges", Messages.text("changes.clear"), model::clear)
                        .enabledWhen(model.filledBinding()),
                Command.of("edit.undoCommit", Messages.text("changes.undoLast"), () -> model.undoLast(commit::undone))
                        .enabledWhen(model.canUndoCommitBinding()),
                Command.of("repository.push", Messages.text("changes.push"),
                        () -> NetworkSheet.push(context, model::refresh)).enabledWhen(model.canUndoCommitBinding()),
                Command.of("repository.mails", Messages.text("changes.saveMails"),
                        () -> commit.save(getScene(), ".mbox", model.files()::saveMails))
                        .enabledWhen(model.canUndoCommitBinding()),
                Command.of("repository.bundle", Messages.text("changes.saveBundle"),
                        () -> commit.save(getScene(), ".bundle", model.files()::saveBundle))
                        .enabledWhen(model.canUndoCommitBinding()),
                Command.of("repository.fetch", Messages.text("changes.fetch"),
                        () -> NetworkSheet.fetch(context, model::refresh)));
    }

    /// The keys work on every screen; where the set is not to be seen, what they did must be said.
    private void step(Runnable step, String said) {
        step.run();
        if (getScene() == null) {
            context.notice(Messages.text("changes." + said), context.commands().find("view.screen-changes").stream()
                    .toArray(Command[]::new));
        }
    }

    private void show(ChangesState state) {
        Node content = content(state);
        if (content == page) {
            files.show(state);
            diff.show(state);
            guards.show(state);
            commit.show(state);
        }
        getChildren().setAll(content);
    }

    private Node content(ChangesState state) {
        if (!model.loadedProperty().get()) {
            return EmptyState.loading();
        }
        if (!state.hasClone()) {
            EmptyState none = EmptyState.of(Messages.text("changes.noClone"), Messages.text("changes.noCloneHint"));
            context.commands().find("repository.add")
                    .ifPresent(add -> none.withAction(add.title(), () -> context.commands().run(add)));
            return none;
        }
        if (state.set().items().isEmpty()) {
            return empty(state);
        }
        return page;
    }

    private Node empty(ChangesState state) {
        EmptyState empty = EmptyState.of(Messages.text("changes.empty"), Messages.text("changes.emptyHint"))
                .withAction(Messages.text("changes.toRightsizing"), () -> context.show("rightsizing"))
                .withAction(Messages.text("tags.command"), () -> TagsSheet.open(context));
        if (state.canUndo()) {
            empty.withAction(Messages.text("changes.undo"), model::undo);
        }
        return state.lastCommit().isEmpty()
                ? empty
                : empty.withAction(Messages.text("changes.push"), () -> NetworkSheet.push(context, model::refresh))
                        .withAction(ChangesText.undo(state), () -> model.undoLast(commit::undone));
    }
}
