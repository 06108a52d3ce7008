package io.plimsoll.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import io.plimsoll.app.text.Messages;

/// The dialogs of the operating system.
final class SystemDialogs implements FileDialogs {
    @Override
    public Optional<Path> workspace(Window owner) {
        return folder(owner, "welcome.choose");
    }

    @Override
    public Optional<Path> newWorkspace(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("welcome.chooseNew"));
        chooser.setInitialFileName(Messages.text("welcome.newName"));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public List<Path> importedFiles(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("imports.choose"));
        List<File> files = chooser.showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> importedFolder(Window owner) {
        return folder(owner, "imports.chooseFolder");
    }

    @Override
    public Optional<Path> clone(Window owner) {
        return folder(owner, "repository.choose");
    }

    private static Optional<Path> folder(Window owner, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text(title));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }
}
