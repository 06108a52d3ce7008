package io.plimsoll.analysis.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.forecast.ForecastQuery;
import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryScript;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// What each step around an event takes, cold and warm: on a bill of a million rows beside a clone of 4 000 files and 2 000 commits, on
/// the sample case, and on a fleet's telemetry (that of `FleetBenchTest`; `-Dbench.workloads=1000` for a smaller one).
@Tag("bench")
class EventsBenchTest {
    private static final int COMMITS = 2_000;
    private static final int FILES = 4_000;

    @Test
    void aMillionRowsBesideALargeClone() throws IOException, InterruptedException {
        Path clone = largeClone();
        Path folder = ScaleData.folder().resolve("events-million");
        if (!Files.exists(folder)) {
            print("import of 1 M rows",
                    Measured.program("import", ScaleData.parquet(1_000), "--workspace", folder));
        }
        try (Workbench bench = opened(folder)) {
            bench.repository().add(clone);
            events(bench);
            forecast(bench);
        }
    }

    @Test
    void theSampleCase() throws IOException {
        Path folder = ScaleData.folder().resolve("events-sample");
        Path clone = ScaleData.folder().resolve("events-sample-clone");
        boolean made = Files.exists(folder);
        if (!made) {
            try (GitRepository repository = GitRepository.create(clone, "main")) {
                repository.commitAll(HistoryScript.read(SampleCase.folder().resolve("gitops/history.json")));
            }
        }
        try (Workbench bench = Workbench.openOrCreate(folder)) {
            if (!made) {
                bench.repository().add(clone);
                bench.imports().run(List.of(SampleCase.folder().resolve("billing"),
                        SampleCase.folder().resolve("telemetry")), null, false, Progress.NONE, Cancellation.never());
            }
        }
        try (Workbench bench = opened(folder)) {
            events(bench);
            observability(bench);
            forecast(bench);
        }
    }

    @Test
    void aFleet() throws IOException, InterruptedException {
        try (Workbench bench = opened(FleetBenchTest.made())) {
            events(bench);
            observability(bench);
        }
    }

    private static Workbench opened(Path folder) {
        List<Workbench> opened = new ArrayList<>();
        print("open", Measured.here(() -> opened.add(Workbench.open(folder))));
        return opened.getFirst();
    }

    private static void events(Workbench bench) {
        Cancellation never = Cancellation.never();
        twice("findings", () -> bench.anomalies().findings(Progress.NONE, never));
        twice("waiting, as the overview's chart asks",
                () -> bench.anomalies().feedback().waitingOnBill(Progress.NONE, never));
        twice("quality", () -> bench.quality().health(Progress.NONE, never));
        List<Anomaly> all = new ArrayList<>();
        twice("all", () -> all.addAll(bench.anomalies().all(Progress.NONE, never)));
        twice("feedback, as the badge asks", () -> bench.anomalies().feedback().all(Progress.NONE, never));
        twice("replay", () -> bench.anomalies().feedback().replay(Progress.NONE, never));
        System.out.println(all.size() / 2 + " events");
        all.stream().filter(Finding.class::isInstance).map(Finding.class::cast).findFirst()
                .ifPresent(each -> explained(bench, each));
        all.stream().filter(Signal.class::isInstance).map(Signal.class::cast)
                .filter(each -> each.key().dimensions().containsKey("workload")).findFirst().ifPresent(each -> {
                    twice("explain a signal", () -> bench.anomalies().explain(each, never));
                    twice("its commits", () -> bench.anomalies().commits(each, never));
                    twice("its second opinions",
                            () -> bench.anomalies().secondOpinions(each, Progress.NONE, never));
                });
    }

    private static void explained(Workbench bench, Finding finding) {
        Cancellation never = Cancellation.never();
        List<FindingDetail> details = new ArrayList<>();
        twice("explain", () -> details.add(bench.anomalies().explain(finding.id(), Progress.NONE, never)));
        twice("surroundings", () -> bench.anomalies().surroundings(details.getLast(), never));
        twice("second opinions", () -> bench.anomalies().secondOpinions(finding, Progress.NONE, never));
        details.getLast().commits().stream().limit(1).forEach(
                each -> twice("undoing the likeliest commit", () -> bench.changes().whatIf().revert(each.id(), never)));
        twice("rows by the printed statement",
                () -> bench.console().first(details.getLast().account().sql().days(), Map.of(), 100, never));
    }

    private static void observability(Workbench bench) {
        twice("observability", () -> bench.observability().report(Progress.NONE, Cancellation.never()));
    }

    private static void forecast(Workbench bench) {
        twice("forecast", () -> bench.forecasts().of(
                ForecastQuery.of(CostQuery.by(CostMetric.EFFECTIVE), 3), Progress.NONE, Cancellation.never()));
    }

    private static void twice(String what, Runnable work) {
        print(what + ", cold", Measured.here(work));
        print(what + ", warm", Measured.here(work));
    }

    private static void print(String what, Measured took) {
        System.out.printf(Locale.ROOT, "%s: %.2f CPU s, %.2f s%s; heap %.0f MB%n", what, took.cpuSeconds(),
                took.wallSeconds(),
                took.peakBytes() == 0 ? "" : String.format(Locale.ROOT, ", at most %.0f MB", took.peakBytes() / 1e6),
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6);
    }

    /// Manifests of as many workloads; each commit sets the memory of one, over the days of the bill.
    private static Path largeClone() throws IOException {
        Path folder = ScaleData.folder().resolve("events-clone");
        if (Files.exists(folder)) {
            return folder;
        }
        Instant start = Instant.parse("2026-01-01T06:00:00Z");
        Person author = new Person("Bench", "bench@example.org");
        Map<String, Optional<byte[]>> first = new TreeMap<>();
        for (int i = 0; i < FILES; i++) {
            first.put(file(i), manifest(i, 512));
        }
        List<DatedCommit> script = new ArrayList<>(List.of(new DatedCommit(start, author, "all", first)));
        for (int i = 1; i < COMMITS; i++) {
            int workload = i * 37 % FILES;
            script.add(new DatedCommit(start.plus(i * 60L, ChronoUnit.MINUTES), author, "resize " + workload,
                    Map.of(file(workload), manifest(workload, 512 + i))));
        }
        try (GitRepository repository = GitRepository.create(folder, "main")) {
            repository.commitAll(script);
        }
        return folder;
    }

    private static String file(int workload) {
        return "apps/team-" + workload % 40 + "/svc-" + workload + ".yaml";
    }

    private static Optional<byte[]> manifest(int workload, int memory) {
        return Optional
                .of(String.format(Locale.ROOT, """
                                               apiVersion: apps/v1
                                               kind: Deployment
                                               metadata:
                                                 name: svc-%1$d
                                                 namespace: team-%2$d
                                               spec:
                                                 replicas: 2
                                                 selector:
                                                   matchLabels: {app: svc-%1$d}
                                                 template:
                                                   metadata:
                                                     labels: {app: svc-%1$d}
                                                   spec:
                                                     containers:
                                                       - name: svc-%1$d
                                                         image: registry.example.org/svc-%1$d:1.0
                                                         resources:
                                                           requests: {cpu: 250m, memory: %3$dMi}
                                                           limits: {memory: %3$dMi}
                                               """, workload, workload % 40, memory).getBytes(StandardCharsets.UTF_8));
    }
}
