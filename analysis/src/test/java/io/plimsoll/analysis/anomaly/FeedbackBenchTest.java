package io.plimsoll.analysis.anomaly;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.quality.Quality;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.Workspace;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

import static org.assertj.core.api.Assertions.assertThat;

/// What judging 5 000 events of two years takes, a tenth of them labelled.
@Tag("bench")
class FeedbackBenchTest {
    private static final int EVENTS = 5_000;
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    @TempDir
    Path folder;

    @Test
    void fiveThousandEvents() {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            signals.add(signal(i));
        }
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("case"),
                Stream.of(Billing.migrations(), Quality.migrations(), Anomalies.migrations()).flatMap(List::stream)
                        .toList(),
                WorkspaceOptions.of("none"))) {
            Billing billing = new Billing(workspace);
            Telemetry telemetry = new Telemetry(workspace);
            Feedback feedback = new Anomalies(workspace, billing, telemetry,
                    new Workloads(workspace, billing, telemetry), new WorkspaceClone(workspace), new Quality(workspace),
                    List.of((progress, cancellation) -> signals)).feedback();
            took("labels for a tenth of them", () -> feedback.label(signals.stream().map(Signal::id)
                    .filter(id -> id.hashCode() % 10 == 0).toList(), Label.USELESS, null));
            feedback.budget(5);
            for (String time : List.of("cold", "warm")) {
                took("all, " + time, () -> feedback.all(Progress.NONE, Cancellation.never()));
                took("replay, " + time, () -> feedback.replay(Progress.NONE, Cancellation.never()));
            }
            assertThat(feedback.all(Progress.NONE, Cancellation.never())).hasSize(EVENTS);
        }
    }

    private static Signal signal(int number) {
        Instant at = FIRST.plusDays(number * 7L % 730).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Signal("e" + number, Domain.USE, SeriesKey.of("workload", "shop/Deployment/api-" + number % 500),
                "cpu",
                "share", AnomalyKind.SPIKE, at, at, at, false, 0.6 + number % 37 / 100.0, 0.5,
                Severity.values()[number % 3],
                number % 100 / 100.0, false, new Explanation("It rose.", List.of()), List.of());
    }

    private static void took(String what, Runnable work) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        work.run();
        System.out.printf(Locale.ROOT, "%s: %.2f CPU s%n", what, (system.getProcessCpuTime() - cpu) / 1e9);
    }
}
