package io.plimsoll.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.billing.ImportResult;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.StagedTelemetry;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetryImport;
import io.plimsoll.analysis.telemetry.TelemetryRequest;
import io.plimsoll.analysis.workspace.FileLook;
import io.plimsoll.analysis.workspace.StagedJob;
import io.plimsoll.analysis.workspace.Staging;

/// Loads whatever files it is given: each is told by its content, bills go to one area and telemetry to the other.
public final class Imports {
    private final Staging staging;
    private final Billing billing;
    private final Telemetry telemetry;

    Imports(Staging staging, Billing billing, Telemetry telemetry) {
        this.staging = staging;
        this.billing = billing;
        this.telemetry = telemetry;
    }

    /// What was loaded.
    ///
    /// @param billing   null if there was no bill among the files
    /// @param telemetry null if there was no telemetry
    /// @param skipped   files in folders that are neither
    public record Result(@Nullable ImportResult billing, @Nullable TelemetryImport telemetry, List<Path> skipped) {}

    /// Tells what files are before any is loaded, by their headers alone; the workspace stays as it is. Folders and manifests are
    /// resolved as `run` does it.
    ///
    /// @throws StepFailure NOTHING_TO_IMPORT, or what is wrong with a delivery as a whole: MANIFEST_DAMAGED, DELIVERY_INCOMPLETE,
    ///                     DELIVERY_AMBIGUOUS; STAGING_START, STAGING_DIED, DISK_FULL. What is wrong with a file stands in its look.
    public ImportPreview look(List<Path> paths, Progress progress, Cancellation cancellation) {
        Sorted sorted = Sorted.of(paths, null);
        ObjectNode job = JsonMapper.shared().createObjectNode();
        names(job.putArray("bills"), sorted.bills());
        names(job.putArray("telemetry"), sorted.series());
        try (StagedJob looked = staging.run(LookStager.ID, job, progress, cancellation)) {
            FileLook.Report report = JsonMapper.shared().treeToValue(looked.result(), FileLook.Report.class);
            return new ImportPreview(report.files(), report.notes(), sorted.skipped());
        }
    }

    private static void names(ArrayNode array, List<Path> files) {
        files.forEach(file -> array.add(file.toAbsolutePath().normalize().toString()));
    }

    /// Loads files that state their currency and their times.
    ///
    /// @throws StepFailure as the other
    public Result run(List<Path> paths, @Nullable String profile, boolean dryRun, Progress progress,
            Cancellation cancellation) {
        return run(paths, profile, Said.NOTHING, dryRun, progress, cancellation);
    }

    /// What the user says of files that they don't say themselves.
    ///
    /// @param currency of charges that state none; null if each does
    /// @param zone     of telemetry's times without an offset; null if each has one
    /// @param at       when telemetry without times was taken; null if it has some
    public record Said(@Nullable String currency, @Nullable ZoneId zone, @Nullable Instant at) {
        public static final Said NOTHING = new Said(null, null, null);
    }

    /// Loads files and folders. Telemetry is checked before bills are loaded, and loaded after them, so that a bad file in
    /// either leaves the workspace as it was.
    ///
    /// @param profile  how to read all of them; null to recognise each
    /// @throws StepFailure NOTHING_TO_IMPORT, or what the areas say of a file
    public Result run(List<Path> paths, @Nullable String profile, Said said, boolean dryRun, Progress progress,
            Cancellation cancellation) {
        Sorted sorted = Sorted.of(paths, profile);
        List<Path> bills = sorted.bills();
        List<Path> series = sorted.series();
        boolean both = !bills.isEmpty() && !series.isEmpty();
        try (StagedTelemetry staged = series.isEmpty()
                ? null
                : telemetry.stage(new TelemetryRequest(series, profile, said.zone(), said.at()),
                        progress.part(0, both ? 0.5 : 0.9), cancellation)) {
            ImportResult billed = bills.isEmpty()
                    ? null
                    : billing.importFiles(new ImportRequest(bills, profile, dryRun, said.currency()),
                            progress.part(both ? 0.5 : 0, both ? 0.9 : 1), cancellation);
            return new Result(billed, measured(staged, dryRun, progress.part(0.9, 1), cancellation),
                    sorted.skipped());
        }
    }

    private static @Nullable TelemetryImport measured(@Nullable StagedTelemetry staged, boolean dryRun,
            Progress progress, Cancellation cancellation) {
        if (staged == null) {
            return null;
        }
        return dryRun ? staged.counts() : staged.load(progress, cancellation);
    }

    /// The files by where they go.
    private record Sorted(List<Path> bills, List<Path> series, List<Path> skipped) {
        static Sorted of(List<Path> paths, @Nullable String profile) {
            List<Path> bills = new ArrayList<>();
            List<Path> series = new ArrayList<>();
            List<Path> skipped = new ArrayList<>();
            for (Path path : paths) {
                sort(path, profile, bills, series, skipped);
            }
            if (bills.isEmpty() && series.isEmpty()) {
                throw StepFailure.badInput("NOTHING_TO_IMPORT", "No billing or telemetry file was found in "
                        + String.join(", ", paths.stream().map(Path::toString).toList()) + ".",
                        "Give bills (" + Billing.FORMATS + ") or telemetry (" + Telemetry.FORMATS + ").");
            }
            return new Sorted(List.copyOf(bills), List.copyOf(series), List.copyOf(skipped));
        }
    }

    private static void sort(Path path, @Nullable String profile, List<Path> bills, List<Path> series,
            List<Path> skipped) {
        if (!Files.isDirectory(path)) {
            (isTelemetry(path, profile) ? series : bills).add(path);
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !isHidden(path, file)).sorted().toList()) {
                if (!Files.isRegularFile(file)) {
                    skipped.add(file); // a link to a folder or to nothing, a pipe
                } else if (isTelemetry(file, profile)) {
                    series.add(file);
                } else if (Billing.takes(path, file)) {
                    bills.add(file);
                } else {
                    skipped.add(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw StepFailure.badInput("FOLDER_UNREADABLE", "The folder " + path + " can't be read.",
                    "Check that you may read it and everything in it.", e);
        }
    }

    private static boolean isHidden(Path root, Path file) {
        for (Path part : root.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTelemetry(Path file, @Nullable String profile) {
        return profile != null ? Telemetry.profiles().contains(profile) : Telemetry.isTelemetry(file);
    }
}
