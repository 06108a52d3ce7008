package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;

/// Damaged files by the hundred, the same ones each time: each is refused with a code and leaves the workspace as it was, or it
/// loads, and then everything adds up. Nothing else is allowed.
@Tag("slow")
class BillingFuzzTest {
    private static final int INPUTS = Integer.getInteger("plimsoll.fuzz", 500);
    /// After them an input is stopped and told; a busy machine gets its time.
    private static final int SECONDS = 180;
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("fuzz-watch").unstarted(work));

    @TempDir
    Path folder;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> defects = new ArrayList<>();
    private byte[] sound = new byte[0];
    private String state = "";

    @AfterAll
    static void stopWatching() {
        WATCH.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void damagedFilesAreRefusedOrAddUp(FuzzFormat format) throws IOException {
        long start = System.nanoTime();
        long slowest = 0;
        try (BillingFixture fixture = new BillingFixture(folder)) {
            begin(fixture, format);
            for (int number = 0; number < INPUTS; number++) {
                long before = System.nanoTime();
                Path file = Files.write(folder.resolve("input"), damaged(format, number));
                attempt(fixture, format, number, cancellation -> fixture.load(ImportRequest.of(file), cancellation));
                slowest = Math.max(slowest, System.nanoTime() - before);
            }
            checkUnchanged(fixture, "after the last");
        }
        report(format, INPUTS, start, slowest);
    }

    /// The stager runs in a process of its own in the product; a share of the inputs goes that way.
    @ParameterizedTest
    @EnumSource
    void soDoThoseThatTheChildProcessReads(FuzzFormat format) throws IOException {
        long start = System.nanoTime();
        int inputs = format.packing == FuzzFormat.Packing.PARQUET ? 12 : 3;
        try (BillingFixture fixture = new BillingFixture(folder)) {
            begin(fixture, format);
            for (int number = 0; number < inputs; number++) {
                Path file = Files.write(folder.resolve("input"), damaged(format, number));
                attempt(fixture, format, number, cancellation -> fixture.billing.importFiles(ImportRequest.of(file),
                        Progress.NONE, cancellation));
            }
            checkUnchanged(fixture, "after the last");
        }
        report(format, inputs, start, 0);
    }

    /// What is damaged loads when it is sound.
    private void begin(BillingFixture fixture, FuzzFormat format) throws IOException {
        sound = format.whole(folder);
        ImportResult whole = fixture.load(Files.write(folder.resolve("sound"), sound));
        assertThat(whole.loaded()).isEqualTo(24);
        assertThat(whole.rejected()).isZero();
        state = fixture.state();
    }

    private byte[] damaged(FuzzFormat format, int number) {
        Random random = new Random(format.ordinal() * 1_000_003L + number);
        boolean bytes = format.packing == FuzzFormat.Packing.PARQUET || format.isChecked() && number % 2 == 0;
        List<Mutation> kinds = bytes ? Mutation.ofBytes() : List.of(Mutation.values());
        byte[] content = bytes ? sound : format.text();
        // Mostly one damage: two hide each other.
        for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
            content = kinds.get((number / 2 + i) % kinds.size()).damage(content, random);
        }
        return bytes ? content : format.packed(content);
    }

    private interface Load {
        ImportResult of(Cancellation cancellation);
    }

    private void attempt(BillingFixture fixture, FuzzFormat format, int number, Load load) {
        Cancellation cancellation = new Cancellation();
        ScheduledFuture<?> late = WATCH.schedule(cancellation::request, SECONDS, TimeUnit.SECONDS);
        try {
            ImportResult result = load.of(cancellation);
            outcomes.merge("loaded", 1, Integer::sum);
            checkPacking(fixture, format, number);
            FuzzOracle.check(fixture, format, result);
            state = fixture.state();
        } catch (StepFailure e) {
            outcomes.merge(e.code(), 1, Integer::sum);
            if (e.message().isBlank() || e.remedy().isBlank() || e.kind() == StepFailure.Kind.MACHINE) {
                defects.add(number + ": " + e.code() + ", " + e.message());
            }
            if (number % 20 == 0) {
                checkUnchanged(fixture, "up to " + number);
            }
        } catch (RuntimeException | Error e) {
            defects.add(number + ": " + e + " " + List.of(e.getStackTrace()).subList(0, Math.min(6,
                    e.getStackTrace().length)));
            keep(format, number);
            state = fixture.state();
        } finally {
            late.cancel(false);
        }
    }

    /// A damaged package is only taken if its content is unharmed: some of its own bytes, such as the time in a gzip header, carry
    /// nothing.
    private void checkPacking(BillingFixture fixture, FuzzFormat format, int number) {
        if (format.isChecked() && number % 2 == 0) {
            outcomes.merge("loaded, content unharmed", 1, Integer::sum);
            assertThat(
                    fixture.query("SELECT count(DISTINCT (rows_read, loaded)) FROM billing_file WHERE file_id IN (1, "
                            + "(SELECT max(file_id) FROM billing_file))"))
                    .containsExactly("1");
            assertThat(fixture.query("SELECT count(DISTINCT (\"BillingCurrency\", metric, exact)) FROM "
                    + "billing_control_total WHERE file_id IN (1, (SELECT max(file_id) FROM billing_file))"))
                    .containsExactly("4");
        }
    }

    private void checkUnchanged(BillingFixture fixture, String when) {
        String now = fixture.state();
        if (!now.equals(state)) {
            defects.add("The workspace changed " + when + ":\n" + state + "\n" + now);
            state = now;
        }
    }

    /// For looking at: the file that did it.
    private void keep(FuzzFormat format, int number) {
        String kept = System.getProperty("plimsoll.fuzz.keep");
        if (kept != null) {
            try {
                Files.createDirectories(Path.of(kept));
                Files.write(Path.of(kept, format + "-" + number), damaged(format, number));
            } catch (IOException e) {
                defects.add("not kept: " + e);
            }
        }
    }

    private void report(FuzzFormat format, int inputs, long start, long slowest) {
        System.out.println(format + ": " + inputs + " inputs in " + (System.nanoTime() - start) / 1_000_000
                + " ms, slowest " + slowest / 1_000_000 + " ms, " + outcomes);
        assertThat(defects).isEmpty();
    }
}
