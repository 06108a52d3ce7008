package io.plimsoll.analysis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

import static org.assertj.core.api.Assertions.assertThat;

/// Import and full advice of a large fleet, the advice against the engine's own exact percentiles over the same table in the same
/// run. `-Dbench.workloads=1000` for a smaller one.
@Tag("bench")
class FleetBenchTest {
    private static final int WORKLOADS = Integer.getInteger("bench.workloads", 10_000);
    private static final int DAYS = 14;
    private static Path workspace;

    @BeforeAll
    static void load() throws IOException, InterruptedException {
        workspace = made();
    }

    /// The fleet's workspace, imported unless an earlier run did so.
    static Path made() throws IOException, InterruptedException {
        Path files = ScaleData.folder().resolve("fleet-" + WORKLOADS);
        if (!Files.exists(files)) {
            Path part = ScaleData.folder().resolve("fleet-part");
            System.out.println(FleetTelemetry.write(part, WORKLOADS, DAYS) + " samples a metric written");
            Files.move(part, files);
        }
        Path workspace = ScaleData.folder().resolve("fleet-workspace-" + WORKLOADS);
        if (!Files.exists(workspace)) {
            Measured program = Measured.program("import", files, "--workspace", workspace);
            System.out.printf(Locale.ROOT,
                    "import of %d workloads: %.0f CPU s, %.0f s, at most %.0f MB in both processes%n",
                    WORKLOADS, program.cpuSeconds(), program.wallSeconds(), program.peakBytes() / 1e6);
            assertThat(program.peakBytes()).isLessThan(WorkspaceOptions.DEFAULT_MEMORY);
        }
        return workspace;
    }

    @Test
    void adviceAgainstExactPercentiles() {
        Measured engine = percentiles();
        List<WorkloadAdvice> found = new ArrayList<>();
        Measured advice;
        try (Workbench workbench = Workbench.open(workspace)) {
            advice = Measured.here(() -> found.addAll(workbench.rightsizing().advise(AdviceQuery.all(), Progress.NONE,
                    Cancellation.never())));
        }
        Measured again = percentiles();
        System.out.printf(Locale.ROOT,
                "advice on %d workloads: %s (bar 4, stretch 2), %.0f s; percentiles again %.1f CPU s%n",
                found.size(), advice.ratioTo(engine), advice.wallSeconds(), again.cpuSeconds());
        assertThat(found).hasSize(WORKLOADS);
    }

    /// A second time they are known.
    @Test
    void eventsInTelemetry() {
        List<Anomaly> found = new ArrayList<>();
        try (Workbench workbench = Workbench.open(workspace)) {
            for (String time : List.of("first", "second")) {
                found.clear();
                Measured all = Measured.here(
                        () -> found.addAll(workbench.anomalies().all(Progress.NONE, Cancellation.never())));
                System.out.printf(Locale.ROOT, "events of %d workloads, %s time: %d, %.1f CPU s, %.1f s%n", WORKLOADS,
                        time, found.size(), all.cpuSeconds(), all.wallSeconds());
            }
        }
        found.stream().limit(10).forEach(each -> System.out.println(each.explanation().sentence()));
        assertThat(found).hasSizeLessThan(WORKLOADS / 20);
    }

    @Test
    void memoryOfTheProgram() throws IOException, InterruptedException {
        Measured program = Measured.program("rightsize", "--json", "--workspace", workspace);
        System.out.printf(Locale.ROOT, "plimsoll rightsize --json: %.0f CPU s, %.0f s, at most %.0f MB%n",
                program.cpuSeconds(), program.wallSeconds(), program.peakBytes() / 1e6);
        assertThat(program.peakBytes()).isLessThan(WorkspaceOptions.DEFAULT_MEMORY);
    }

    /// A container is called as its workload is.
    private static Measured percentiles() {
        try (Database engine = Database.open(new DatabaseConfig(workspace.resolve("plimsoll.duckdb"),
                ScaleData.folder().resolve("temporary"), null, 4_000_000_000L, 2))) {
            return Measured.here(() -> engine.query(Sql.of("SELECT namespace, container, measure, "
                    + "quantile_cont(value, [0.5, 0.95, 0.995]) FROM telemetry_sample JOIN telemetry_series USING (series_id) "
                    + "WHERE measure IN ('CPU_CORES', 'MEMORY_BYTES') GROUP BY ALL"), row -> row.text(2)));
        }
    }
}
