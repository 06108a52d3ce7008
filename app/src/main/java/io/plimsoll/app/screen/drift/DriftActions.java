package io.plimsoll.app.screen.drift;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;

import io.plimsoll.app.command.Command;
import io.plimsoll.app.screen.FileDialog;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// What can be done here: choose or drop a dump, save the list.
final class DriftActions {
    private final ScreenContext context;
    private final DriftModel model;
    private final FileDialog files;

    DriftActions(ScreenContext context, DriftModel model, Node view) {
        this.context = context;
        this.model = model;
        this.files = new FileDialog(view);
    }

    /// Puts them into the menu and the palette, and lets dumps be dropped on the screen.
    void offer() {
        context.offer(Command.of("repository.drift", Messages.text("drift.command.compare"), this::choose),
                Command.of("repository.driftFolder", Messages.text("drift.command.compareFolder"), this::chooseFolder),
                Command.of("repository.driftCsv", Messages.text("drift.command.export"), this::export)
                        .enabledWhen(Bindings.createBooleanBinding(() -> model.report() != null,
                                model.shownProperty())));
        files.drops(dropped -> model.compare(dropped.getFirst()));
    }

    void choose() {
        files.open("drift.command.compare", this::compare);
    }

    void chooseFolder() {
        files.openFolder("drift.command.compareFolder", this::compare);
    }

    private void compare(Path dump) {
        context.show(DriftScreen.ID);
        model.compare(dump);
    }

    void export() {
        files.save("drift.command.export", "drift.csv", model::export);
    }
}
