package io.plimsoll.analysis.anomaly.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.plimsoll.analysis.anomaly.Anomalies;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.CountedCancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetryChild;
import io.plimsoll.analysis.workload.IdentityRule;
import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.Workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Events in telemetry are judged once, and again whenever anything that they rest on has changed.
class KeptSignalsTest {
    private static final int HOURS = 21 * 24;
    private static final int CHANGE = 18 * 24;
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final String MACHINE = "vm-busy-0001";
    private static final WorkloadKey SHOP = new WorkloadKey("", "shop", "Deployment", "cart", "");

    @TempDir
    static Path shared;
    private static Path loaded;

    @TempDir
    Path folder;

    /// Two machines, of which one needs three cores more for the last three days.
    @BeforeAll
    static void load() throws IOException {
        loaded = shared.resolve("loaded");
        try (Workspace workspace = open(loaded)) {
            new Telemetry(workspace).importFiles(List.of(measured("first.csv", 4)), Optional.empty(), Progress.NONE,
                    Cancellation.never());
        }
    }

    private static Path measured(String name, double after) throws IOException {
        List<String> lines = new ArrayList<>(List.of("time,resource_id,metric,value"));
        for (int i = 0; i < HOURS; i++) {
            double usual = 1 + 0.1 * Math.sin(i * Math.PI / 12) + 0.01 * (i * 7 % 5);
            Instant time = START.plus(i, ChronoUnit.HOURS);
            lines.add(String.format(Locale.ROOT, "%s,%s,cpu_cores_used_avg,%.4f", time, MACHINE,
                    i < CHANGE ? usual : usual - 1 + after));
            lines.add(String.format(Locale.ROOT, "%s,vm-calm-0002,cpu_cores_used_avg,%.4f", time, usual));
        }
        return Files.write(shared.resolve(name), lines);
    }

    private static Workspace open(Path of) {
        List<Migration> migrations = Stream.of(Billing.migrations(), Telemetry.migrations(), Workloads.migrations(),
                Anomalies.migrations()).flatMap(List::stream).toList();
        return Workspace.openOrCreate(of, migrations, TelemetryChild.options());
    }

    private Path copy() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("workspace"));
        Files.copy(loaded.resolve("plimsoll.duckdb"), copy.resolve("plimsoll.duckdb"));
        return copy;
    }

    private static Workloads workloads(Workspace workspace) {
        return new Workloads(workspace, new Billing(workspace), new Telemetry(workspace));
    }

    private static TelemetrySignals signals(Workspace workspace) {
        return new TelemetrySignals(workspace, new Telemetry(workspace), workloads(workspace));
    }

    /// What was said, and whether anything had to be judged for it.
    private record Answer(List<Signal> signals, boolean judged) {}

    private static Answer ask(TelemetrySignals signals) {
        AtomicBoolean judged = new AtomicBoolean();
        Progress progress = (step, fraction) -> judged.compareAndSet(false, step.startsWith("Judging"));
        return new Answer(signals.signals(progress, Cancellation.never()), judged.get());
    }

    private static Answer askAnew(Path of) {
        try (Workspace workspace = open(of)) {
            return ask(signals(workspace));
        }
    }

    @Test
    void aSecondOpeningReadsWhatTheFirstJudged() throws IOException {
        Path workspace = copy();
        Answer first = askAnew(workspace);
        assertThat(first.judged()).isTrue();
        assertThat(first.signals()).singleElement().satisfies(each -> {
            assertThat(each.explanation().sentence()).startsWith("CPU of " + MACHINE + " rose to 4.0");
            assertThat(each.readings()).isNotEmpty();
        });
        assertThat(askAnew(workspace)).isEqualTo(new Answer(first.signals(), false));
        try (Workspace again = open(workspace)) {
            assertThat(again.ledger().verify().entries()).isEqualTo(1);
        }
    }

    @Test
    void thatNothingHappenedIsKeptToo() throws IOException {
        Path workspace = copy();
        try (Workspace quiet = open(workspace)) {
            new Telemetry(quiet).importFiles(List.of(measured("quiet.csv", 1)), Optional.empty(), Progress.NONE,
                    Cancellation.never());
        }
        assertThat(askAnew(workspace)).isEqualTo(new Answer(List.of(), true));
        assertThat(askAnew(workspace)).isEqualTo(new Answer(List.of(), false));
    }

    /// Loading the same days again replaces them: there is no other way to take samples back.
    @Test
    void samplesThatAnImportReplacesAreJudged() throws IOException {
        Path workspace = copy();
        Answer before = askAnew(workspace);
        try (Workspace opened = open(workspace)) {
            TelemetrySignals signals = signals(opened);
            assertThat(ask(signals).judged()).isFalse();
            new Telemetry(opened).importFiles(List.of(measured("calm.csv", 1)), Optional.empty(), Progress.NONE,
                    Cancellation.never());
            assertThat(ask(signals)).isEqualTo(new Answer(List.of(), true));
            new Telemetry(opened).importFiles(List.of(measured("first.csv", 4)), Optional.empty(), Progress.NONE,
                    Cancellation.never());
        }
        assertThat(askAnew(workspace)).isEqualTo(new Answer(before.signals(), true));
    }

    static List<Consumer<Workloads>> decisions() {
        JoinRule rule = new JoinRule(0, Side.TELEMETRY, "resource_id", "vm-busy-.*", SHOP, true);
        return List.of(
                workloads -> workloads.pin(Side.TELEMETRY, MACHINE, SHOP),
                workloads -> workloads.unpin(Side.TELEMETRY, "vm-calm-0002"),
                workloads -> workloads.joinRules().add(rule, 1),
                workloads -> workloads.joinRules().turn(1, false),
                workloads -> workloads.joinRules().remove(1),
                workloads -> workloads.joinRules().turn(IdentityRule.RESOURCE_ID, false));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void whoseSeriesAreWhoseIsSeen(Consumer<Workloads> decision) throws IOException {
        Path workspace = copy();
        try (Workspace opened = open(workspace)) {
            workloads(opened).pin(Side.TELEMETRY, "vm-calm-0002", SHOP);
            workloads(opened).joinRules().add(
                    new JoinRule(0, Side.TELEMETRY, "resource_id", "vm-none-.*", SHOP, true), 1);
        }
        assertThat(askAnew(workspace).judged()).isTrue();
        try (Workspace opened = open(workspace)) {
            TelemetrySignals signals = signals(opened);
            assertThat(ask(signals).judged()).isFalse();
            decision.accept(workloads(opened));
            assertThat(ask(signals).judged()).isTrue();
            assertThat(ask(signals(opened)).judged()).isFalse();
        }
    }

    @Test
    void aPinThatIsTakenBackLeavesNothingOfItsTime() throws IOException {
        Path workspace = copy();
        List<Signal> before = askAnew(workspace).signals();
        try (Workspace opened = open(workspace)) {
            workloads(opened).pin(Side.TELEMETRY, MACHINE, SHOP);
            assertThat(ask(signals(opened)).signals()).singleElement()
                    .satisfies(each -> assertThat(each.key().text()).contains("shop/Deployment/cart"));
            workloads(opened).unpin(Side.TELEMETRY, MACHINE);
        }
        assertThat(askAnew(workspace)).isEqualTo(new Answer(before, true));
    }

    @Test
    void whatChangesNoEventJudgesNothing() throws IOException {
        Path workspace = copy();
        Answer first = askAnew(workspace);
        try (Workspace opened = open(workspace)) {
            for (String kind : List.of("label", "import", "commit", "repository", "alert-budget", "planned-add")) {
                opened.database().write(transaction -> opened.ledger().append(transaction, kind, Map.of()));
            }
        }
        assertThat(askAnew(workspace)).isEqualTo(new Answer(first.signals(), false));
    }

    @Test
    void anotherBuildOfTheProgramBelievesNothingOfIt() throws IOException {
        try (Workspace workspace = open(copy())) {
            List<Signal> judged = ask(signals(workspace)).signals();
            KeptSignals kept = new KeptSignals(workspace);
            assertThat(kept.of(kept.state())).contains(judged);
            assertThat(new KeptSignals(workspace, Optional.of("another")).of(kept.state())).isEmpty();
            KeptSignals unknown = new KeptSignals(workspace, Optional.empty());
            unknown.keep(unknown.state(), List.of());
            assertThat(unknown.of(kept.state())).isEmpty();
            assertThat(kept.of(kept.state())).contains(judged);
        }
    }

    /// An import during the judging leaves a mixture of both.
    @Test
    void whatWasJudgedWhileItChangedIsNotKept() throws IOException {
        try (Workspace workspace = open(copy())) {
            KeptSignals kept = new KeptSignals(workspace);
            String state = kept.state();
            workloads(workspace).pin(Side.TELEMETRY, MACHINE, SHOP);
            kept.keep(state, List.of());
            workloads(workspace).unpin(Side.TELEMETRY, MACHINE);
            assertThat(kept.of(state)).isEmpty();
            assertThat(kept.of(kept.state())).isEmpty();
        }
    }

    @Test
    void nobodyWaitsForAnImportToKeepThem() throws IOException {
        Path workspace = copy();
        try (Workspace opened = open(workspace)) {
            List<Signal> meanwhile = new ArrayList<>();
            opened.database().write(transaction -> meanwhile
                    .addAll(CompletableFuture.supplyAsync(() -> ask(signals(opened))).join().signals()));
            assertThat(meanwhile).hasSize(1);
        }
        assertThat(askAnew(workspace).judged()).isTrue();
    }

    @Test
    void whatCannotBeReadIsJudgedAgain() throws IOException {
        Path workspace = copy();
        List<Signal> judged = askAnew(workspace).signals();
        for (String damaged : List.of("", "[{", "[{}]", "[null]", "{}", "null", "[1]")) {
            try (Workspace opened = open(workspace)) {
                opened.database().write(transaction -> transaction.execute(
                        "UPDATE anomaly_signal_kept SET signals = ?", damaged));
                assertThat(ask(signals(opened))).isEqualTo(new Answer(judged, true));
            }
        }
    }

    @Test
    void whoIsStoppedKeepsNothing() throws IOException {
        Path workspace = copy();
        try (Workspace opened = open(workspace)) {
            TelemetrySignals signals = signals(opened);
            assertThatThrownBy(() -> signals.signals(Progress.NONE, CountedCancellation.after(3)))
                    .isInstanceOf(CancelledException.class);
        }
        assertThat(askAnew(workspace).judged()).isTrue();
    }
}
