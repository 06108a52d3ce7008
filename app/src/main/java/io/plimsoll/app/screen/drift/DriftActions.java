package io.plimsoll.app.screen.drift;

import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.command.Command;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// What can be done here: choose or drop a dump, save the list.
final class DriftActions {
    private final ScreenContext context;
    private final DriftModel model;
    private final Node view;

    DriftActions(ScreenContext context, DriftModel model, Node view) {
        this.context = context;
        this.model = model;
        this.view = view;
    }

    /// Puts them into the menu and the palette, and lets dumps be dropped on the screen.
    void offer() {
        context.offer(Command.of("repository.drift", Messages.text("drift.command.compare"), this::choose),
                Command.of("repository.driftFolder", Messages.text("drift.command.compareFolder"), this::chooseFolder),
                Command.of("repository.driftCsv", Messages.text("drift.command.export"), this::export)
                        .enabledWhen(Bindings.createBooleanBinding(() -> model.report() != null,
                                model.shownProperty())));
        view.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        view.setOnDragDropped(event -> {
            List<File> files = event.getDragboard().getFiles();
            if (!files.isEmpty()) {
                model.compare(files.getFirst().toPath());
            }
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }

    void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("drift.command.compare"));
        File file = chooser.showOpenDialog(view.getScene() == null ? null : view.getScene().getWindow());
        compare(file);
    }

    void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("drift.command.compareFolder"));
        compare(chooser.showDialog(view.getScene() == null ? null : view.getScene().getWindow()));
    }

    private void compare(@Nullable File dump) {
        if (dump != null) {
            context.show(DriftScreen.ID);
            model.compare(dump.toPath());
        }
    }

    void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("drift.command.export"));
        chooser.setInitialFileName("drift.csv");
        File file = chooser.showSaveDialog(view.getScene() == null ? null : view.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }
}
