package io.plimsoll.app.screen;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.text.Messages;

/// Asks a screen's user for a file, by the system's dialogs or by a drop. Nothing is called if the user gives none. On the FX
/// thread.
///
/// @param view the screen
public record FileDialog(Node view) {
    /// @param title key of a message
    public void open(String title, Consumer<Path> taken) {
        give(chooser(title).showOpenDialog(window()), taken);
    }

    /// @param title key of a message
    public void openFolder(String title, Consumer<Path> taken) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text(title));
        give(chooser.showDialog(window()), taken);
    }

    /// @param title key of a message
    /// @param name  that is proposed
    public void save(String title, String name, Consumer<Path> taken) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(name);
        give(chooser.showSaveDialog(window()), taken);
    }

    /// Lets files be dropped on the view.
    ///
    /// @param taken at least one
    public void drops(Consumer<List<Path>> taken) {
        view.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        view.setOnDragDropped(event -> {
            List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
            if (!files.isEmpty()) {
                taken.accept(files);
            }
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text(title));
        return chooser;
    }

    private static void give(@Nullable File file, Consumer<Path> taken) {
        if (file != null) {
            taken.accept(file.toPath());
        }
    }

    private @Nullable Window window() {
        return view.getScene() == null ? null : view.getScene().getWindow();
    }
}
