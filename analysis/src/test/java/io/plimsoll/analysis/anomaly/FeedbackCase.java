package io.plimsoll.analysis.anomaly;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.anomaly.explain.Inquiry;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.quality.Quality;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.LedgerEntry;
import io.plimsoll.analysis.workspace.Workspace;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What the user says, kept in a workspace. Its events come from a source that the test fills.
class FeedbackCase {
    static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @TempDir
    Path folder;

    final List<Signal> signals = new ArrayList<>();
    int asked;
    Workspace workspace;
    Feedback feedback;

    @BeforeEach
    void open() {
        workspace = Workspace.openOrCreate(folder.resolve("case"), migrations(2), WorkspaceOptions.of("none"));
        feedback = feedback(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    static List<Migration> migrations(int anomaly) {
        return Stream.of(Billing.migrations(), Quality.migrations(), Anomalies.migrations().subList(0, anomaly))
                .flatMap(List::stream).toList();
    }

    Feedback feedback(Workspace of) {
        Billing billing = new Billing(of);
        Telemetry telemetry = new Telemetry(of);
        return new Anomalies(of, billing, new Quality(of),
                new Inquiry(billing, telemetry, new Workloads(of, billing, telemetry), new WorkspaceClone(of)),
                List.of((progress, cancellation) -> {
                    asked++;
                    return List.copyOf(signals);
                })).feedback();
    }

    Signal signal(String id, LocalDate day, Severity severity) {
        Instant at = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        Signal signal = new Signal(id, Domain.USE, SeriesKey.of("workload", "shop/Deployment/api"), "cpu", "share",
                AnomalyKind.SPIKE, at, at, at, false, 0.9, 0.5, severity, 0.9, false,
                new Explanation("It rose.", List.of()), List.of());
        signals.add(signal);
        return signal;
    }

    List<Verdict> all() {
        return feedback.all(Progress.NONE, Cancellation.never());
    }

    Verdict of(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    List<String> ledger() {
        return workspace.ledger().entries().stream().map(LedgerEntry::payload).toList();
    }

    static void refused(String code, Runnable work) {
        assertThatExceptionOfType(StepFailure.class).isThrownBy(work::run)
                .matches(each -> each.code().equals(code), code);
    }
}
