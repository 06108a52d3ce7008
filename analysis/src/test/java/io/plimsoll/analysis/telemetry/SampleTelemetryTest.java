package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workspace.Workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// Whole files of the joint cases, through the child process.
class SampleTelemetryTest {
    @TempDir
    Path folder;

    @Test
    void theSimulatedCaseLoadsToTheLastSample() {
        Path file = beside("shared/data").resolve("joint/sim-dev/telemetry-hourly.csv.gz");
        assumeThat(file).as("the simulated case is not on this machine").exists();
        try (Workspace workspace = open()) {
            Telemetry telemetry = new Telemetry(workspace);
            TelemetryImport done = load(telemetry, List.of(file));
            assertThat(done.read()).isEqualTo(49_038);
            assertThat(done.samples()).isEqualTo(49_038);
            assertThat(done.repairs()).isEmpty();
            assertThat(telemetry.series(SeriesFilter.all()).stream().map(TelemetrySeries::resourceId).distinct())
                    .hasSize(25);
            assertThat(load(telemetry, List.of(file)).replaced()).isEqualTo(49_038);
            assertThat(telemetry.summary().samples()).isEqualTo(49_038);
        }
    }

    @Test
    void theSampleCaseLoadsAllItsFiles() throws IOException {
        Path sample = beside("sample-data/telemetry");
        List<Path> files;
        try (Stream<Path> all = Files.list(sample)) {
            files = all.sorted().toList();
        }
        try (Workspace workspace = open()) {
            Telemetry telemetry = new Telemetry(workspace);
            TelemetryImport done = load(telemetry, files);
            assertThat(done.rejected()).isZero();
            assertThat(done.repairs()).isEmpty();
            assertThat(done.samples()).isEqualTo(done.read());
            assertThat(telemetry.series(SeriesFilter.of(Measure.CPU_CORES))).isNotEmpty()
                    .hasSameSizeAs(telemetry.series(SeriesFilter.of(Measure.MEMORY_BYTES)));
            assertThat(telemetry.summary().first()).isEqualTo(Instant.parse("2026-10-11T00:00:00Z"));
            assertThat(telemetry.summary().last()).isEqualTo(Instant.parse("2026-10-31T23:55:00Z"));
        }
    }

    private Workspace open() {
        return Workspace.openOrCreate(folder.resolve("ws"), Telemetry.migrations(), TelemetryChild.options());
    }

    private static TelemetryImport load(Telemetry telemetry, List<Path> files) {
        return telemetry.importFiles(files, Optional.empty(), Progress.NONE, Cancellation.never());
    }

    /// The folder of that name in the project or beside one of its parents.
    static Path beside(String name) {
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable
        Path each = start; each != null; each = each.getParent()) {
            if (Files.isDirectory(each.resolve(name))) {
                return each.resolve(name);
            }
        }
        return start.resolve(name);
    }
}
