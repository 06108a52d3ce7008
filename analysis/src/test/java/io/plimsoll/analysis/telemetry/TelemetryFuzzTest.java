package io.plimsoll.analysis.telemetry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.airlift.compress.zstd.ZstdOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.plimsoll.analysis.billing.Mutation;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;

/// Damaged telemetry by the hundred, the same each time: each file is refused with a code and changes nothing, or it loads and every
/// data point of it is accounted for. Nothing else is allowed.
class TelemetryFuzzTest extends TelemetryTest {
    /// After them an input is stopped and told; a busy machine gets its time.
    private static final int SECONDS = 180;
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("fuzz-watch").unstarted(work));

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> defects = new ArrayList<>();

    @AfterAll
    static void stopWatching() {
        WATCH.shutdownNow();
    }

    static Stream<String> formats() {
        return Stream.concat(Telemetry.profiles().stream(), Stream.of("telemetry-csv gz", "otlp zst",
                "spark-eventlog lz4", "spark-eventlog snappy", "telemetry-csv parquet", "telemetry-wide-csv parquet"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void someDamagedFilesAreRefusedOrAccountedFor(String format) throws IOException {
        damage(format, 6, 6);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("formats")
    void manyDamagedFilesAreRefusedOrAccountedFor(String format) throws IOException {
        damage(format, Integer.getInteger("plimsoll.fuzz", 300), 10);
    }

    /// @param loaded each how-manieth file is also loaded into the workspace; the others stop before that
    private void damage(String format, int inputs, int loaded) throws IOException {
        String profile = format.split(" ")[0];
        String packing = format.contains(" ") ? format.split(" ")[1] : "";
        byte[] text = GoldenTest.input(profile);
        byte[] sound = packed(text, packing);
        long start = System.nanoTime();
        load(request(Files.write(folder.resolve("sound"), sound), null), Cancellation.never());
        boolean bytes = !packing.isEmpty();
        List<Mutation> kinds = bytes ? Mutation.ofBytes() : List.of(Mutation.values());
        for (int number = 0; number < inputs; number++) {
            Random random = new Random(format.hashCode() * 1_000_003L + number);
            byte[] damaged = bytes ? sound : text;
            for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
                damaged = kinds.get((number / 2 + i) % kinds.size()).damage(damaged, random);
            }
            // A file whose head is damaged is not recognised: half of them are said to be what they were.
            attempt(request(Files.write(folder.resolve("input"), damaged), number % 2 == 0 ? profile : null),
                    number % loaded == loaded - 1, number);
        }
        System.out.println(format + ": " + inputs + " inputs in " + (System.nanoTime() - start) / 1_000_000 + " ms, "
                + outcomes);
        assertThat(defects).isEmpty();
    }

    private static TelemetryRequest request(Path file, @Nullable String profile) {
        return new TelemetryRequest(List.of(file), profile, ZoneId.of("Europe/Berlin"),
                Instant.parse("2023-11-14T00:00:00Z"));
    }

    private void attempt(TelemetryRequest request, boolean loads, int number) {
        Cancellation cancellation = new Cancellation();
        ScheduledFuture<?> late = WATCH.schedule(cancellation::request, SECONDS, TimeUnit.SECONDS);
        TelemetrySummary before = telemetry.summary();
        try {
            TelemetryImport done = loads ? load(request, cancellation) : stage(request, cancellation);
            outcomes.merge("loaded", 1, Integer::sum);
            assertNothingIsMissing(done);
        } catch (StepFailure e) {
            outcomes.merge(e.code(), 1, Integer::sum);
            if (e.message().isBlank() || e.remedy().isBlank() || e.kind() == StepFailure.Kind.MACHINE) {
                defects.add(number + ": " + e.code() + ", " + e.message());
            }
            if (loads && !telemetry.summary().equals(before)) {
                defects.add(number + ": refused, and yet the workspace changed");
            }
        } catch (RuntimeException | Error e) {
            defects.add(number + ": " + e + " " + List.of(e.getStackTrace()).subList(0, Math.min(8,
                    e.getStackTrace().length)));
        } finally {
            late.cancel(false);
        }
    }

    private byte[] packed(byte[] text, String packing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (packing) {
            case "gz", "zst" -> {
                try (OutputStream out = packing.equals("gz")
                        ? new GZIPOutputStream(bytes)
                        : new ZstdOutputStream(bytes)) {
                    out.write(text);
                }
            }
            case "lz4", "snappy" -> bytes.writeBytes(GoldenTest.resource("spark-eventlog." + packing));
            case "parquet" -> bytes.writeBytes(parquet(text));
            default -> bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }

    private byte[] parquet(byte[] text) throws IOException {
        Path in = Files.write(folder.resolve("sound.csv"), text);
        Path out = folder.resolve("sound.parquet");
        try (Database engine = Database.open(DatabaseConfig.inMemory(folder.resolve("tmp"), 200_000_000))) {
            engine.execute(Sql.of("COPY (FROM read_csv(" + Sql.literal(in.toString())
                    + ", ignore_errors = true, header = true)) TO " + Sql.literal(out.toString())
                    + " (FORMAT parquet)"),
                    Cancellation.never());
        }
        return Files.readAllBytes(out);
    }
}
