package io.plimsoll.analysis.billing;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;

/// The program, or the child that stages for it, is killed at a hundred moments, the same kinds of moment each time: while the
/// workspace is opened, staging, loading, committing, closing. What was acknowledged is there, what was not is there wholly or not at
/// all, and the workspace opens at once.
@Tag("slow")
class KilledAtRandomTest {
    private static final int PROGRAM_KILLS = 76;
    private static final int CHILD_KILLS = 24;
    /// How often each kind of moment is tried.
    private static final List<String> MOMENTS = List.of("open", "stage", "load", "load", "load", "done", "close");

    @TempDir
    Path folder;

    private Process start(int imports) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + folder,
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                ImportLoop.class.getName(), folder.toString(), Integer.toString(imports))
                .redirectError(folder.resolve("stderr").toFile()).start();
    }

    private static String kind(String mark) {
        return mark.replaceFirst(" .*", "");
    }

    /// Milliseconds between each kind of mark and the next, in one run that nobody kills.
    private Map<String, Long> durations() throws IOException {
        Map<String, Long> durations = new HashMap<>();
        Process program = start(4);
        try (BufferedReader marks = program.inputReader()) {
            String last = "start";
            long since = System.nanoTime();
            for (String mark = marks.readLine(); mark != null; mark = marks.readLine()) {
                long now = System.nanoTime();
                durations.merge(kind(last), (now - since) / 1_000_000, Math::max);
                last = mark;
                since = now;
            }
            assertThat(last).as(Files.readString(folder.resolve("stderr"))).isEqualTo("end");
        }
        return durations;
    }

    @Test
    void whatAKilledProgramHasAcknowledgedIsThereAndNothingIsInHalves() throws Exception {
        Map<String, Long> durations = durations();
        Map<String, Integer> hits = new TreeMap<>();
        Random random = new Random(26);
        long acknowledged = 4;
        long slowest = 0;
        int unspoken = 0;
        for (int kill = 0; kill < PROGRAM_KILLS; kill++) {
            String moment = MOMENTS.get(kill % MOMENTS.size());
            List<String> marks = killed(moment, (long) (durations.get(moment) * random.nextDouble(1.1)));
            hits.merge(kind(marks.getLast()), 1, Integer::sum);
            for (String mark : marks) {
                acknowledged = mark.startsWith("done ") ? Long.parseLong(mark.substring(5)) : acknowledged;
            }
            long begun = marks.getLast().startsWith("load ") ? acknowledged + 1 : acknowledged;
            long start = processorTime();
            try (BillingFixture fixture = new BillingFixture(folder)) {
                slowest = Math.max(slowest, processorTime() - start);
                long found = check(fixture, kill + ", killed at " + marks.getLast());
                assertThat(found).isBetween(acknowledged, begun);
                unspoken += found > acknowledged ? 1 : 0;
                acknowledged = found;
            }
        }
        assertThat(Duration.ofNanos(slowest)).as("processor time of opening after a kill")
                .isLessThan(Duration.ofSeconds(5));
        System.out.println("killed programs by the last mark: " + hits + ", committed but not said: " + unspoken
                + ", slowest opening " + slowest / 1_000_000 + " CPU ms, phases " + durations);
        Process last = start(1);
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).isZero();
        assertThat(hits.keySet()).contains("open", "stage", "load");
    }

    /// The machine may be busy with others.
    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /// @return every mark that the program got out
    private List<String> killed(String moment, long delay) throws Exception {
        Process program = start(6);
        List<String> marks = new ArrayList<>();
        try (BufferedReader reader = program.inputReader()) {
            for (String mark = reader.readLine(); mark != null; mark = reader.readLine()) {
                marks.add(mark);
                if (kind(mark).equals(moment)) {
                    // By its handle: `Process` would close the pipe as well, with what was said last still in it.
                    CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS)
                            .execute(program.toHandle()::destroyForcibly);
                    break;
                }
            }
            for (String mark = reader.readLine(); mark != null; mark = reader.readLine()) {
                marks.add(mark);
            }
        }
        assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(marks).as(Files.readString(folder.resolve("stderr"))).isNotEmpty();
        return marks;
    }

    /// @return the number of the import that is loaded
    private static long check(BillingFixture fixture, String when) {
        assertThat(fixture.workspace.ledger().verify().intact()).as(when).isTrue();
        long number = fixture.workspace.ledger().verify().entries();
        assertThat(fixture.query("SELECT count(*), sum(row_count) FROM (SELECT count(*) AS row_count FROM charge "
                + "GROUP BY \"BillingAccountId\")")).as(when).containsExactly("7|" + ImportLoop.ROWS);
        assertThat(new BigDecimal(fixture.query("SELECT sum(\"BilledCost\") FROM charge").getFirst())).as(when)
                .isEqualByComparingTo(ImportLoop.sum(number));
        assertThat(new BigDecimal(fixture.query("SELECT sum(\"BilledCost\") FROM cube_daily").getFirst())).as(when)
                .isEqualByComparingTo(ImportLoop.sum(number));
        assertThat(fixture.query("SELECT count(*), max(import_id) FROM billing_import")).as(when)
                .containsExactly(number + "|" + number);
        assertThat(fixture.workspace.folder().resolve("staging")).as(when).isEmptyDirectory();
        return number;
    }

    @Test
    void aKilledChildLeavesTheWorkspaceAsItWas() throws IOException {
        Random random = new Random(9);
        Map<String, Integer> outcomes = new TreeMap<>();
        try (BillingFixture fixture = new BillingFixture(folder)) {
            Path bill = fixture.focus("bill.csv", IntStream.range(0, 20_000)
                    .mapToObj(i -> BillingFixture.row("2." + i, "1", "AWS", "2026-03-01")).toArray(String[]::new));
            long start = System.nanoTime();
            fixture.billing.importFiles(ImportRequest.of(bill), Progress.NONE, Cancellation.never());
            long whole = System.nanoTime() - start;
            for (int kill = 0; kill < CHILD_KILLS; kill++) {
                String before = fixture.state();
                start = System.nanoTime();
                CompletableFuture<Void> blow = CompletableFuture.runAsync(
                        () -> ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly),
                        CompletableFuture.delayedExecutor((long) (whole * random.nextDouble(0.9)),
                                TimeUnit.NANOSECONDS));
                try {
                    fixture.billing.importFiles(ImportRequest.of(bill), Progress.NONE, Cancellation.never());
                    // The machine may have become slower or faster meanwhile.
                    whole = System.nanoTime() - start;
                    outcomes.merge("the child was done", 1, Integer::sum);
                } catch (StepFailure e) {
                    assertThat(e.code()).as(e.message()).isEqualTo("STAGING_DIED");
                    assertThat(fixture.state()).isEqualTo(before);
                    outcomes.merge("killed", 1, Integer::sum);
                }
                blow.join();
                assertThat(fixture.workspace.folder().resolve("staging")).isEmptyDirectory();
            }
            assertThat(fixture.load(bill).loaded()).isEqualTo(20_000);
            assertThat(fixture.workspace.ledger().verify().intact()).isTrue();
        }
        System.out.println("killed children: " + outcomes);
        assertThat(outcomes.getOrDefault("killed", 0)).isGreaterThan(CHILD_KILLS / 2);
    }
}
