package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.plimsoll.analysis.task.StepFailure;

/// Finds the files that an import names, and checks that each can be read at all.
public final class InputFiles {
    private static final List<String> IN_FOLDERS = List.of(".csv", ".csv.gz", ".gz", ".parquet", ".jsonl", ".ndjson");

    private InputFiles() {
    }

    /// Files stand for themselves. Of folders everything below is taken that ends in `.csv`, `.csv.gz`, `.gz`, `.parquet`,
    /// `.jsonl` or `.ndjson`, in the order of the names; hidden files, names starting with `_`, and manifests are left alone. Nothing is taken twice.
    ///
    /// @throws StepFailure FILE_MISSING, FILE_EMPTY, FILE_UNREADABLE, NO_FILES
    public static List<Path> expand(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        try {
            for (Path path : paths) {
                for (Path file : Files.isDirectory(path) ? inFolder(path) : List.of(path)) {
                    check(file);
                    Path real = file.toRealPath();
                    if (!files.contains(real)) {
                        files.add(real);
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw StepFailure.badInput("FILE_UNREADABLE", "Can't read " + e.getMessage() + ".",
                    "Check that the file is there and you may read it.", e);
        }
        return files;
    }

    private static List<Path> inFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).filter(file -> isBilling(folder.relativize(file))).sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw StepFailure.badInput("NO_FILES", folder + " holds no CSV, CSV.gz or Parquet file.",
                    "Choose the folder that the export writes its data to.");
        }
        return files;
    }

    private static boolean isBilling(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
                return false;
            }
        }
        String name = String.valueOf(relative.getFileName()).toLowerCase(Locale.ROOT);
        return IN_FOLDERS.stream().anyMatch(name::endsWith) && !name.contains("manifest");
    }

    private static void check(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw StepFailure.badInput("FILE_MISSING", "There is no file " + file + ".", "Check the path.");
        }
        if (!Files.isRegularFile(file)) {
            throw StepFailure.badInput("FILE_UNREADABLE", file + " is not a regular file.", "Give a file or a folder.");
        }
        if (!Files.isReadable(file)) {
            throw StepFailure.badInput("FILE_UNREADABLE", file + " may not be read.", "Check the file's permissions.");
        }
        if (Files.size(file) == 0) {
            throw StepFailure.badInput("FILE_EMPTY", file + " is empty.", "Export or download it again.");
        }
    }

    /// What a file is, by its first bytes.
    enum Kind {
        TEXT, GZIP, PARQUET;

        static Kind of(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] head = in.readNBytes(4);
                if (head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
                    return GZIP;
                }
                return head.length == 4 && head[0] == 'P' && head[1] == 'A' && head[2] == 'R' && head[3] == '1'
                        ? PARQUET
                        : TEXT;
            }
        }
    }
}
