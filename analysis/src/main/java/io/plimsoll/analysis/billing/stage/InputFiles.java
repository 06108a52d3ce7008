package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.plimsoll.analysis.task.StepFailure;

/// Finds the files that an import names, and checks that each can be read at all.
public final class InputFiles {
    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".parquet");

    private InputFiles() {
    }

    /// What an import is to load.
    ///
    /// @param files in the order in which they were named; what only a manifest names comes last
    /// @param notes sentences for the user
    public record Selection(List<InputFile> files, List<String> notes) {}

    /// Files stand for themselves, folders for the billing files below them. Where there are manifests of a layout that is known,
    /// they decide: what they name is loaded, and older deliveries of the same export are left out. Nothing is taken twice.
    ///
    /// @throws StepFailure FILE_MISSING, FILE_EMPTY, FILE_UNREADABLE, NO_FILES, MANIFEST_DAMAGED, DELIVERY_INCOMPLETE,
    ///                     DELIVERY_AMBIGUOUS
    public static Selection expand(List<Path> paths) {
        Set<Path> files = new LinkedHashSet<>();
        Set<Path> manifests = new LinkedHashSet<>();
        try {
            for (Path path : paths) {
                for (Path file : Files.isDirectory(path) ? inFolder(path) : List.of(path)) {
                    check(file);
                    (Manifest.isManifest(file) ? manifests : files).add(file.toRealPath());
                }
            }
            Selection selection = new Deliveries(files).select(List.copyOf(manifests));
            for (InputFile file : selection.files()) {
                check(file.path());
            }
            if (selection.files().isEmpty()) {
                throw noFiles(paths.getFirst());
            }
            return selection;
        } catch (IOException | UncheckedIOException e) {
            throw StepFailure.badInput("FILE_UNREADABLE", "Can't read " + e.getMessage() + ".",
                    "Check that the file is there and you may read it.", e);
        }
    }

    private static List<Path> inFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).filter(file -> takes(folder, file)).sorted().toList();
        }
        if (files.isEmpty()) {
            throw noFiles(folder);
        }
        return files;
    }

    private static StepFailure noFiles(Path folder) {
        return StepFailure.badInput("NO_FILES", folder + " holds no CSV, CSV.gz or Parquet file.",
                "Choose the folder that the export writes its data to.");
    }

    /// Whether a file in a folder may be a bill or the manifest of one, by its name: hidden ones and those whose name starts with
    /// `_` are not.
    public static boolean takes(Path folder, Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
                return false;
            }
        }
        String name = Manifest.name(file).toLowerCase(Locale.ROOT);
        return Manifest.isManifest(file)
                || ENDINGS.stream().anyMatch(name::endsWith) && !name.contains("manifest");
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
