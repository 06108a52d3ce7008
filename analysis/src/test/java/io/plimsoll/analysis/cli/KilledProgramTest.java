package io.plimsoll.analysis.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.SampleCase;

import static org.assertj.core.api.Assertions.assertThat;

/// The program is killed while it imports, at many moments: the workspace then holds all of the file or nothing of it, nobody goes on
/// working for it, and the next import finds it in order.
@Tag("slow")
class KilledProgramTest {
    private static final int ROWS = 300_000;
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,"
            + "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,Tags";

    @TempDir
    static Path folder;
    private static Path origin;
    private static Path bill;
    private static State before;

    /// When the blow falls.
    private enum Moment {
        THE_JOB_HAS_ITS_FOLDER, THE_CHILD_WRITES, THE_CHILD_WROTE_MUCH, LOADING_BEGINS, A_LITTLE_LATER, LATER,
        MUCH_LATER,
        THE_LOG_GROWS, LOADED
    }

    /// What can be counted in a workspace.
    private record State(long charges, long files, long cubeRows, int entries, String head) {
        static State of(Path workspace) {
            JsonNode counts = run(workspace, "query", "SELECT (SELECT count(*) FROM charge) AS charges, "
                    + "(SELECT count(*) FROM billing_file) AS files, (SELECT count(*) FROM cube_daily) AS cube").json()
                    .get(0);
            CommandLineRun ledger = run(workspace, "ledger");
            assertThat(ledger.exitCode()).as("the chain holds: %s", ledger.out()).isZero();
            return new State(counts.get("charges").asLong(), counts.get("files").asLong(), counts.get("cube").asLong(),
                    ledger.json().get("entries").asInt(), ledger.json().get("head").asString());
        }
    }

    @BeforeAll
    static void prepare() throws IOException {
        origin = folder.resolve("origin.plimsoll");
        assertThat(run(origin, "import", SampleCase.folder().resolve("billing/focus-2026-07.csv.gz")).exitCode())
                .isZero();
        before = State.of(origin);
        bill = folder.resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(bill)) {
            out.write(HEADER + "\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(i + ".25," + i + ".25," + i + ".25," + i + ".25,acc-" + i % 40
                        + ",USD,2026-09-01T00:00:00Z,,2026-09-" + (10 + i % 20)
                        + "T00:00:00Z,,Usage,AWS,Service " + i % 60 + ",\"{\"\"team\"\": \"\"t" + i % 90 + "\"\"}\"\n");
            }
        }
    }

    private static CommandLineRun run(Path workspace, Object... command) {
        List<Object> words = new ArrayList<>(List.of("--json", "--workspace", workspace));
        words.addAll(List.of(command));
        return CommandLineRun.of(words.toArray());
    }

    @ParameterizedTest
    @EnumSource
    void aKilledImportCountsWhollyOrNotAtAll(Moment moment) throws Exception {
        Path workspace = folder.resolve(moment + ".plimsoll");
        copy(origin, workspace);
        Process program = start(workspace);
        List<ProcessHandle> children;
        try (BufferedReader progress = program.errorReader()) {
            await(moment, workspace, program, progress);
            children = program.descendants().toList();
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle child : children) {
            child.onExit().get(15, TimeUnit.SECONDS);
        }
        if (moment.compareTo(Moment.LOADING_BEGINS) < 0) {
            assertThat(children).as("someone was staging").isNotEmpty();
            assertThat(files(workspace.resolve("staging"))).as("the job's folder is left").isNotEmpty();
        }
        State after = State.of(workspace);
        assertThat(workspace.resolve("staging")).isEmptyDirectory();
        assertThat(workspace.resolve("tmp")).isEmptyDirectory();
        if (moment == Moment.LOADED || !after.equals(before)) {
            assertThat(moment).as("only a load may have come to its end").isGreaterThanOrEqualTo(Moment.LOADING_BEGINS);
            assertThat(after.charges()).isEqualTo(before.charges() + ROWS);
            assertThat(after.files()).isEqualTo(before.files() + 1);
            assertThat(after.entries()).isEqualTo(before.entries() + 1);
        }
        assertThat(run(workspace, "import", bill).json().get("loaded").asInt()).isEqualTo(ROWS);
        assertThat(State.of(workspace).charges()).isEqualTo(before.charges() + ROWS);
    }

    private static Process start(Path workspace) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-Djava.io.tmpdir=" + folder, "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(), "import", bill.toString(), "--workspace", workspace.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /// Waits for what the program does, not for the clock; only within the load, where nothing can be seen, a little time goes by.
    private static void await(Moment moment, Path workspace, Process program, BufferedReader progress)
            throws IOException, InterruptedException {
        Path staging = workspace.resolve("staging");
        switch (moment) {
            case THE_JOB_HAS_ITS_FOLDER -> until(program,
                    () -> !files(staging).isEmpty() && program.descendants().findAny().isPresent());
            case THE_CHILD_WRITES -> until(program, () -> written(staging) > 0);
            case THE_CHILD_WROTE_MUCH -> until(program, () -> written(staging) > 500_000);
            case THE_LOG_GROWS -> {
                line(progress, "Loading");
                until(program, () -> size(workspace.resolve("plimsoll.duckdb.wal")) > 0);
            }
            case LOADED -> line(progress, "Loaded");
            default -> {
                line(progress, "Loading");
                TimeUnit.MILLISECONDS.sleep(250L * (moment.ordinal() - Moment.LOADING_BEGINS.ordinal()));
            }
        }
    }

    private static void line(BufferedReader progress, String start) throws IOException {
        String line = progress.readLine();
        while (line != null && !line.startsWith(start)) {
            line = progress.readLine();
        }
        assertThat(line).as("the program comes to \"%s\"", start).isNotNull();
    }

    private static void until(Process program, BooleanSupplier condition) throws InterruptedException {
        while (program.isAlive() && !condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    /// Everything in the jobs' folders, those themselves included.
    private static List<Path> files(Path staging) {
        try (Stream<Path> found = Files.walk(staging)) {
            return found.filter(file -> !file.equals(staging)).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static long written(Path staging) {
        return files(staging).stream().filter(file -> file.toString().endsWith(".parquet"))
                .mapToLong(KilledProgramTest::size).sum();
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
