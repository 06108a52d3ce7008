package io.plimsoll.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/// What the window asks the user for: files and folders. On the FX thread; an empty answer means that nothing was chosen.
interface FileDialogs {
    /// A folder that holds a workspace.
    Optional<Path> workspace(Window owner);

    /// A folder that is not there yet.
    Optional<Path> newWorkspace(Window owner);

    List<Path> importedFiles(Window owner);

    /// A folder of which everything is to be imported.
    Optional<Path> importedFolder(Window owner);

    /// The folder of a Git clone.
    Optional<Path> clone(Window owner);
}
