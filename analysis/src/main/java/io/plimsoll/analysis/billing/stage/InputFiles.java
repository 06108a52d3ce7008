package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.ForeignInput;

/// Finds the files that an import names, and checks that each can be read at all.
public final class InputFiles {
    private static final List<String> IN_FOLDERS = List.of(".csv", ".csv.gz", ".gz", ".parquet");
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

    private InputFiles() {
    }

    /// Files stand for themselves. Of folders everything below is taken that ends in `.csv`, `.csv.gz`, `.gz` or `.parquet`,
    /// in the order of the names; hidden files, names starting with `_`, and manifests are left alone. Nothing is taken twice.
    ///
    /// @throws StepFailure FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, NO_FILES
    public static List<Path> expand(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        try {
            for (Path path : paths) {
                for (Path file : Files.isDirectory(path) ? inFolder(path) : List.of(path)) {
                    ForeignInput.check(file);
                    Path real = file.toRealPath();
                    if (!files.contains(real)) {
                        files.add(real);
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw StepFailure.badInput("FILE_NOT_READABLE", "Can't read " + e.getMessage() + ".",
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

    /// Told by its first bytes.
    static boolean isParquet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
        }
    }
}
