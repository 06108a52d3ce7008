package io.plimsoll.analysis.repository.plumbing;

import java.nio.charset.StandardCharsets;

import org.eclipse.jgit.lib.FileMode;

import io.plimsoll.analysis.repository.TreeFile.Kind;
import io.plimsoll.analysis.task.StepFailure;

/// Which entries of a tree hold text that may be read and replaced.
final class BlobRules {
    /// Larger files are no manifests.
    static final int LARGEST = 1 << 20;
    private static final String LFS = "version https://git-lfs.github.com/spec/";
    private static final String LFS_BEFORE_2015 = "version https://hawser.github.com/spec/";

    private BlobRules() {
    }

    static Kind kind(int rawMode) {
        return switch (rawMode & FileMode.TYPE_MASK) {
            case FileMode.TYPE_SYMLINK -> Kind.SYMLINK;
            case FileMode.TYPE_GITLINK -> Kind.SUBMODULE;
            default -> (rawMode & 0111) != 0 ? Kind.EXECUTABLE : Kind.REGULAR;
        };
    }

    /// @throws StepFailure SYMLINK, SUBMODULE, FOLDER
    static void checkMode(String path, int rawMode) {
        switch (rawMode & FileMode.TYPE_MASK) {
            case FileMode.TYPE_SYMLINK -> throw StepFailure.refused("SYMLINK",
                    path + " is a symbolic link; its target might lie anywhere.", "Edit the file that it points to.");
            case FileMode.TYPE_GITLINK -> throw StepFailure.refused("SUBMODULE",
                    path + " is a submodule, which is another repository.", "Open the submodule's own clone.");
            case FileMode.TYPE_TREE ->
                throw StepFailure.wrongUsage("FOLDER", path + " is a folder.", "Name a file in it.");
            default -> {
                // a file
            }
        }
    }

    /// @throws StepFailure LFS
    static void checkContent(String path, byte[] content) {
        if (isPointer(content)) {
            throw StepFailure.refused("LFS", path + " is kept by Git LFS; the clone's history holds a pointer only.",
                    "Keep manifests out of Git LFS.");
        }
    }

    /// What Git LFS keeps in place of a file.
    static boolean isPointer(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 64), StandardCharsets.ISO_8859_1);
        return start.startsWith(LFS) || start.startsWith(LFS_BEFORE_2015);
    }

    static StepFailure tooLarge(String path, long size) {
        return StepFailure.refused("TOO_LARGE", path + " has " + size + " bytes; manifests of up to " + LARGEST
                + " bytes are read.", "Split the file.");
    }

    static StepFailure noFile(String path) {
        return StepFailure.badInput("NO_FILE", "There is no file " + path + " at this commit.",
                "Check the path, and that the clone is up to date.");
    }
}
