package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.ForeignInput;

/// Finds the files that an import names, and checks that each can be read at all.
public final class InputFiles {
    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".csv.zst", ".parquet", ".jsonl",
            ".jsonl.gz", ".jsonl.zst", ".ndjson", ".ndjson.gz", ".ndjson.zst", ".json.gz");
    /// For sentences to the user.
    public static final String FORMATS = "CSV or JSON lines, also packed as .gz or .zst, or Parquet";
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

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
    /// @throws StepFailure FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, NO_FILES, MANIFEST_DAMAGED, DELIVERY_INCOMPLETE,
    ///                     DELIVERY_AMBIGUOUS
    public static Selection expand(List<Path> paths) {
        Selection selection = select(paths);
        for (InputFile file : selection.files()) {
            ForeignInput.check(file.path());
        }
        if (selection.files().isEmpty()) {
            throw noFiles(paths.getFirst());
        }
        return selection;
    }

    /// As `expand`, but what a manifest names may be unreadable, and nothing at all may be left.
    ///
    /// @throws StepFailure FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, NO_FILES, MANIFEST_DAMAGED, DELIVERY_INCOMPLETE,
    ///                     DELIVERY_AMBIGUOUS
    static Selection select(List<Path> paths) {
        Set<Path> files = new LinkedHashSet<>();
        Set<Path> manifests = new LinkedHashSet<>();
        try {
            for (Path path : paths) {
                for (Path file : Files.isDirectory(path) ? inFolder(path) : List.of(path)) {
                    ForeignInput.check(file);
                    (Manifest.isManifest(file) ? manifests : files).add(file.toRealPath());
                }
            }
            return new Deliveries(files).select(List.copyOf(manifests));
        } catch (IOException | UncheckedIOException e) {
            throw StepFailure.badInput("FILE_NOT_READABLE", "Can't read " + e.getMessage() + ".",
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
        return StepFailure.badInput("NO_FILES", folder + " holds no bill: no " + FORMATS + ".",
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

    /// Told by its first bytes.
    static boolean isParquet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
        }
    }
}
