package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.read.Dataset;
import io.plimsoll.analysis.billing.read.Datasets;
import io.plimsoll.analysis.billing.read.Header;
import io.plimsoll.analysis.billing.read.ReadPlan;
import io.plimsoll.analysis.billing.read.Readers;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.StoreException;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.FileLook;
import io.plimsoll.analysis.workspace.ForeignInput;

/// Tells what billing files are by their headers alone, with the same refusals that an import has for them; runs in the staging
/// child. Rows are not read, so what is wrong with them shows only when the file is loaded.
public final class BillLooks {
    private final Database engine;
    private final Path folder;

    /// @param engine an instance of the child's own
    /// @param folder which that engine may read
    public BillLooks(Database engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /// One look a file that an import of these would read, and one a file that can't be read at all. A delivery is loaded whole or not
    /// at all: if one of its files is refused, all are.
    ///
    /// @param paths files and manifests, no folders
    /// @throws StepFailure MANIFEST_DAMAGED, DELIVERY_INCOMPLETE, DELIVERY_AMBIGUOUS, FILE_NOT_READABLE, DISK_FULL
    public FileLook.Report look(List<Path> paths, Progress progress, Cancellation cancellation) {
        List<FileLook> refused = new ArrayList<>();
        List<Path> there = new ArrayList<>();
        for (Path path : paths) {
            try {
                ForeignInput.check(path);
                there.add(path);
            } catch (StepFailure e) {
                refused.add(FileLook.refused(real(path), null, e));
            }
        }
        InputFiles.Selection selection = InputFiles.select(there);
        List<FileLook> looks = new ArrayList<>();
        List<InputFile> files = selection.files();
        for (int i = 0; i < files.size(); i++) {
            cancellation.check();
            progress.update("Looking at " + files.get(i).path().getFileName(), (double) i / files.size());
            looks.add(look(files.get(i), i, cancellation));
        }
        // What a manifest names too was looked at once more, as a part of its delivery.
        Set<String> looked = looks.stream().map(FileLook::file).collect(Collectors.toSet());
        refused.stream().filter(look -> !looked.contains(look.file())).forEach(looks::add);
        return new FileLook.Report(wholeDeliveries(looks), selection.notes());
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    private FileLook look(InputFile input, int number, Cancellation cancellation) {
        Path file = input.path();
        String manifest = input.manifest() == null ? null : input.manifest().toString();
        try {
            ForeignInput.check(file);
            return look(file, manifest, header(file, number, cancellation));
        } catch (StepFailure e) {
            if (e.kind() == StepFailure.Kind.MACHINE) {
                throw e;
            }
            return FileLook.refused(file, manifest, e);
        } catch (StoreException e) {
            return FileLook.refused(file, manifest, ForeignInput.damaged(file, String.valueOf(e.getMessage()), e));
        } catch (IOException e) {
            return FileLook.refused(file, manifest, ForeignInput.notReadable(file, e));
        }
    }

    private Header header(Path file, int number, Cancellation cancellation) throws IOException {
        if (!InputFiles.isParquet(file) && JsonLinesSource.startsLikeJson(file)) {
            return JsonLinesSource.look(file, cancellation);
        }
        try (TextSource source = InputFiles.isParquet(file)
                ? ParquetSource.look(file, folder.resolve("look-" + number + ".parquet"), engine, cancellation)
                : new CsvSource(file, folder.resolve("look-" + number + ".csv"), Progress.NONE, cancellation)) {
            return source.header();
        }
    }

    private FileLook look(Path file, @Nullable String manifest, Header header) throws IOException {
        String profile;
        String version;
        List<String> unread;
        Optional<Dataset> dataset = Datasets.choose(header, null);
        if (dataset.isPresent()) {
            dataset.get().check(header, file.toString());
            profile = dataset.get().profile();
            version = dataset.get().version();
            unread = dataset.get().unknown(header);
        } else {
            ReadPlan plan = Readers.choose(header, null, file.toString()).plan(header, file.toString());
            new Currencies(engine, null).check(plan, file);
            profile = plan.profile();
            version = plan.version();
            unread = plan.unknown();
        }
        return new FileLook(file.toString(), profile, version, Files.size(file), header.names().size(), unread,
                manifest,
                null);
    }

    private static List<FileLook> wholeDeliveries(List<FileLook> looks) {
        Set<String> broken = new HashSet<>();
        for (FileLook look : looks) {
            String manifest = look.manifest();
            if (manifest != null && !look.loadable()) {
                broken.add(manifest);
            }
        }
        return looks.stream().map(look -> {
            String manifest = look.manifest();
            return manifest == null || !look.loadable() || !broken.contains(manifest)
                    ? look
                    : FileLook.refused(Path.of(look.file()), manifest, incomplete(look.file(), manifest));
        }).toList();
    }

    private static StepFailure incomplete(String file, String manifest) {
        return StepFailure.badInput("DELIVERY_INCOMPLETE",
                file + " is part of the delivery of " + manifest + ", of which another file can't be loaded.",
                "Download the delivery again, with all files that its manifest names.");
    }
}
