package io.plimsoll.analysis;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// The files of a folder by their paths from its top. Links are not followed, and `.git` is left out.
final class PlainTree {
    private PlainTree() {
    }

    /// Files too large for a manifest are there, without their content.
    ///
    /// @throws StepFailure FILE_MISSING or FOLDER_UNREADABLE
    static Map<String, byte[]> read(Path folder, Cancellation cancellation) {
        if (!Files.isDirectory(folder)) {
            throw StepFailure.badInput("FILE_MISSING", "There is no folder " + folder + ".", "Check the name.");
        }
        Map<String, byte[]> files = new TreeMap<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    cancellation.check();
                    return directory.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        files.put(folder.relativize(file).toString().replace('\\', '/'),
                                attributes.size() > ManifestText.LARGEST ? new byte[0] : Files.readAllBytes(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw StepFailure.badInput("FOLDER_UNREADABLE", "The folder " + folder + " can't be read.",
                    "Check that you may read it.", e);
        }
        return files;
    }
}
