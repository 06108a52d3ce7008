package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.billing.load.Importer;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.StagedJob;
import io.plimsoll.analysis.workspace.StagingLimits;

import static org.assertj.core.api.Assertions.assertThat;

/// The disk fills while an import runs, with less and less room left: the program says so, the workspace is as before, it can be
/// read while the disk is still full, and the same open workspace imports the file once there is room.
@Tag("slow")
class DiskFullTest {
    private static final int ROWS = 130_000;
    private static final long KB = 1 << 10;

    @TempDir
    Path temporary;
    private SmallDisk disk;
    private BillingFixture fixture;

    @BeforeEach
    void open() throws IOException {
        disk = new SmallDisk(temporary.resolve("disk"), 520);
        fixture = open(disk.folder);
    }

    private static BillingFixture open(Path folder) {
        BillingFixture opened = new BillingFixture(folder);
        opened.load(opened.focus("small.csv", BillingFixture.row("1", "1", "AWS", "2026-03-01")));
        return opened;
    }

    @AfterEach
    void close() throws IOException {
        if (fixture != null) {
            fixture.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    private Path large() throws IOException {
        return Files.writeString(temporary.resolve("large.csv"), BillingFixture.HEADER + "\n" + String.join("\n",
                IntStream.range(0, ROWS).mapToObj(i -> BillingFixture.row(i + ".25", "acc-" + i % 40, "AWS", "2026-04",
                        "2026-04-" + (10 + i % 20), "Service " + Integer.toHexString(i * 7919),
                        "{\"team\": \"t" + i % 90
                                + "\"}"))
                        .toList())
                + "\n");
    }

    /// @return where it failed, for the table; null if it did not
    private @Nullable String attempt(BillingFixture where, Supplier<?> work) {
        String before = where.state();
        try {
            work.get();
            return null;
        } catch (StepFailure e) {
            assertThat(e.code()).as(e.message()).isEqualTo("DISK_FULL");
            assertThat(e.remedy()).contains("Free some space");
            assertThat(where.state()).as("as before, while the disk is full").isEqualTo(before);
            return place(e);
        }
    }

    /// The step of the product that met the full disk, and how the engine put it.
    private static String place(Throwable thrown) {
        String step = Arrays.stream(thrown.getStackTrace()).map(frame -> frame.getClassName()
                .replaceFirst(".*[.]", "") + "." + frame.getMethodName())
                .filter(name -> name
                        .matches("(Loader|Cube|Scopes|Ledger|DatasetLoader|Overlap|StagedJob|Staging|Migrations)[.].*"))
                .findFirst().orElse("commit");
        Throwable cause = Objects.requireNonNullElse(thrown.getCause(), thrown);
        String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return step + ": " + text.replaceAll("\"[^\"]*/", "\"").substring(0, Math.min(110,
                text.replaceAll("\"[^\"]*/", "\"").length()));
    }

    @Test
    void anImportThatMeetsAFullDiskAnywhereInLoadingIsTakenBackAndWorksAfterwards() throws IOException {
        Path stage = Files.createDirectories(temporary.resolve("stage"));
        JsonNode result = new BillingStager().stage(Importer.job(ImportRequest.of(large())), stage,
                new StagingLimits(400_000_000), Progress.NONE, Cancellation.never());
        long needed = needed(stage, result);
        int failed = 0;
        for (int percent : List.of(0, 1, 10, 25, 40, 50, 60, 70, 80, 90, 95, 98, 99, 100, 110)) {
            long leave = needed * percent / 100;
            Path folder = disk.folder.resolve("at");
            try (BillingFixture each = open(folder)) {
                String place = attempt(each, () -> load(each, stage, result, leave));
                System.out
                        .println("disk full, loading with " + leave / KB + " KiB: " + (place == null ? "fits" : place));
                failed += place == null ? 0 : 1;
                disk.free();
                assertThat(load(each, stage, result, -1).loaded()).isEqualTo(ROWS);
                checkWhole(each);
            }
            try (BillingFixture again = new BillingFixture(folder)) {
                checkWhole(again);
            }
            empty(folder);
        }
        assertThat(failed).as("points at which the disk was full").isGreaterThanOrEqualTo(10);
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private long needed(Path stage, JsonNode result) throws IOException {
        try (BillingFixture first = open(disk.folder.resolve("first"))) {
            long before = disk.room();
            load(first, stage, result, -1);
            long needed = before - disk.room();
            System.out.println("loading takes " + needed / KB + " KiB, staged are " + size(stage) / KB);
            return needed;
        }
    }

    private static long size(Path stage) throws IOException {
        try (Stream<Path> files = Files.list(stage)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void checkWhole(BillingFixture loaded) {
        assertThat(loaded.query("SELECT count(*) FROM charge")).containsExactly(Integer.toString(ROWS + 1));
        assertThat(loaded.query("SELECT sum(row_count) FROM cube_daily")).containsExactly(Integer.toString(ROWS + 1));
        assertThat(loaded.workspace.ledger().verify().intact()).isTrue();
    }

    /// It goes through the log, not into the tables' own blocks: the commit is what fails.
    @Test
    void aSmallImportThatMeetsAFullDiskIsTakenBack() throws IOException {
        for (long leave : List.of(0L, 4 * KB, 8 * KB, 16 * KB, 24 * KB)) {
            Path small = fixture.focus("next-" + leave + ".csv", IntStream.range(0, 100).mapToObj(i -> BillingFixture
                    .row(i + "." + leave, "1", "AWS", "2026-03-01")).toArray(String[]::new));
            String place = attempt(fixture, () -> fixture.load(ImportRequest.of(small), (step, done) -> {
                if (step.equals("Loading")) {
                    disk.fill(leave);
                }
            }, Cancellation.never()));
            System.out.println(
                    "disk full, small import with " + leave / KB + " KiB: " + (place == null ? "fits" : place));
            disk.free();
            assertThat(fixture.load(small).loaded()).isEqualTo(100);
            assertThat(fixture.workspace.ledger().verify().intact()).isTrue();
        }
    }

    private ImportResult load(BillingFixture each, Path stage, JsonNode result, long leave) {
        Path folder = each.workspace.folder().resolve("staging/job");
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(stage)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        try (StagedJob job = new StagedJob(folder, result)) {
            return new Importer(each.workspace).load(job, false, (step, done) -> {
                if (leave >= 0 && step.equals("Loading")) {
                    disk.fill(leave);
                }
            }, Cancellation.never());
        }
    }

    @Test
    void aStagingChildThatMeetsAFullDiskSaysSo() throws IOException {
        Path large = large();
        disk.fill(100 * KB);
        assertThat(attempt(fixture, () -> fixture.billing.importFiles(ImportRequest.of(large), Progress.NONE,
                Cancellation.never()))).isNotNull();
        disk.free();
        for (String step : List.of("Reading large.csv", "Typing large.csv", "Holding large.csv against the rules")) {
            for (long leave : List.of(0L, 100 * KB)) {
                String place = attempt(fixture, () -> fixture.billing.importFiles(ImportRequest.of(large),
                        (now, done) -> {
                            if (now.equals(step) && Files.notExists(disk.folder.resolve("filler"))) {
                                disk.fill(leave);
                            }
                        }, Cancellation.never()));
                System.out.println("disk full, " + step + " with " + leave / KB + " KiB: " + place);
                disk.free();
                assertThat(fixture.workspace.folder().resolve("staging")).isEmptyDirectory();
            }
        }
        assertThat(fixture.billing.importFiles(ImportRequest.of(large), Progress.NONE, Cancellation.never()).loaded())
                .isEqualTo(ROWS);
    }

    @Test
    void aDecisionThatCantBeWrittenIsRefusedAndCanBeMadeLater() throws IOException {
        disk.fill(0);
        assertThat(attempt(fixture, () -> {
            fixture.workspace.database().write(transaction -> {
                for (int i = 0; i < 50; i++) {
                    fixture.workspace.ledger().append(transaction, "note", "x".repeat(2000));
                }
            });
            return true;
        })).isNotNull();
        assertThat(fixture.workspace.ledger().verify().entries()).isEqualTo(1);
        disk.free();
        fixture.workspace.database().write(transaction -> fixture.workspace.ledger().append(transaction, "note", "x"));
        assertThat(fixture.workspace.ledger().verify().entries()).isEqualTo(2);
    }

    @Test
    void theLockDownHoldsAfterTheEngineWasStartedAgain() throws IOException {
        aDecisionThatCantBeWrittenIsRefusedAndCanBeMadeLater();
        assertThat(fixture
                .query("SELECT current_setting('enable_external_access'), current_setting('lock_configuration'), "
                        + "current_setting('TimeZone')"))
                .containsExactly("false|true|UTC");
    }

    @Test
    void aCheckpointAndACloseOnAFullDiskLoseNothing() throws IOException {
        fixture.load(large());
        String before = fixture.state();
        disk.fill(0);
        String place = attempt(fixture, () -> {
            fixture.workspace.database().execute(Sql.of("CHECKPOINT"), Cancellation.never());
            return true;
        });
        System.out.println("disk full, checkpoint: " + (place == null ? "fits" : place));
        assertThat(fixture.state()).isEqualTo(before);
        fixture.close();
        disk.free();
        fixture = new BillingFixture(disk.folder);
        assertThat(fixture.state()).isEqualTo(before);
    }
}
