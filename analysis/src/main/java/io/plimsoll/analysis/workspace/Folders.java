package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// Deletes what an earlier process left. Symbolic links are removed, never followed.
final class Folders {
    private Folders() {
    }

    /// Makes sure the folder is there and has nothing in it.
    static void empty(Path folder) {
        delete(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(each);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    private static StepFailure failure(Path folder, IOException cause) {
        return StepFailure.machine("WORKSPACE_WRITE", "Can't clear " + folder + ".",
                "Check that the folder belongs to you and no other program uses it.", cause);
    }
}
