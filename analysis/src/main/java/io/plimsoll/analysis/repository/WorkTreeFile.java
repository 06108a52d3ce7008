package io.plimsoll.analysis.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// A file that a user names, before it is changed in place. Git keeps a symbolic link and a submodule as one entry each, so a change
/// behind one would be a change of another file, or of another repository, than the path says.
public final class WorkTreeFile {
    private WorkTreeFile() {
    }

    /// Passes a file that stands where its path says: no link itself, below no link in its work tree, in no submodule. Outside of a
    /// clone only the file itself is looked at.
    ///
    /// @throws StepFailure SYMLINK, SUBMODULE
    public static void check(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (Files.isSymbolicLink(absolute)) {
            throw link(file, absolute);
        }
        Path top = top(absolute);
        if (top == null) {
            return;
        }
        for (Path folder = absolute.getParent(); folder != null && !folder.equals(top); folder = folder.getParent()) {
            if (Files.isSymbolicLink(folder)) {
                throw link(file, folder);
            }
        }
        if (isSubmodule(top)) {
            throw StepFailure.refused("SUBMODULE", file + " lies in the submodule " + top.getFileName()
                    + ", which is another repository.", "Open the submodule's own clone.");
        }
    }

    private static StepFailure link(Path file, Path link) {
        return StepFailure.refused("SYMLINK",
                file + " is reached through the symbolic link " + link.getFileName() + ".",
                "Name the file that it points to.");
    }

    /// The innermost folder with a `.git`.
    private static @Nullable Path top(Path file) {
        Path folder = file.getParent();
        while (folder != null && !Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            folder = folder.getParent();
        }
        return folder;
    }

    /// A linked work tree has a file `.git` too, but is no part of the repository around it.
    private static boolean isSubmodule(Path top) {
        Path parent = top.getParent();
        Path outer = parent == null ? null : top(top);
        if (outer == null) {
            return false;
        }
        Path modules = outer.resolve(".gitmodules");
        try {
            String name = outer.relativize(top).toString().replace('\\', '/');
            return Files.isRegularFile(modules, LinkOption.NOFOLLOW_LINKS)
                    && Files.readString(modules).lines().anyMatch(line -> line.replace(" ", "").strip()
                            .equals("path=" + name.replace(" ", "")));
        } catch (IOException e) {
            return true;
        }
    }
}
