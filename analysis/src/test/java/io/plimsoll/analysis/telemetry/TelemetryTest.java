package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.stage.TelemetryStager;
import io.plimsoll.analysis.workspace.StagedJob;
import io.plimsoll.analysis.workspace.StagingLimits;
import io.plimsoll.analysis.workspace.Workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// A test of telemetry imports: each starts with an empty workspace.
abstract class TelemetryTest {
    static final Instant LONG_AGO = Instant.EPOCH;
    static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    Path folder;
    Workspace workspace;
    Telemetry telemetry;

    @BeforeEach
    void open() {
        workspace = Workspace.openOrCreate(folder.resolve("ws"), Telemetry.migrations(), TelemetryChild.options());
        telemetry = new Telemetry(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /// As `importFiles`, but without a child process, which takes a second to start.
    TelemetryImport load(Path... files) {
        return load(TelemetryRequest.of(files), Cancellation.never());
    }

    TelemetryImport load(TelemetryRequest request, Cancellation cancellation) {
        return load(request, Progress.NONE, cancellation);
    }

    TelemetryImport load(TelemetryRequest request, Progress progress, Cancellation cancellation) {
        return staged(request, progress, cancellation, load -> load.run(cancellation));
    }

    /// What loading would say, which is quicker.
    TelemetryImport stage(TelemetryRequest request, Cancellation cancellation) {
        return staged(request, Progress.NONE, cancellation, load -> load.counts(0));
    }

    private TelemetryImport staged(TelemetryRequest request, Progress progress, Cancellation cancellation,
            Function<TelemetryLoad, TelemetryImport> work) {
        ObjectNode job = Telemetry.job(request);
        Path output = workspace.folder().resolve("staging").resolve(UUID.randomUUID().toString());
        try (StagedJob staged = new StagedJob(Files.createDirectories(output), new TelemetryStager().stage(job, output,
                new StagingLimits(200_000_000), progress, cancellation))) {
            return work.apply(new TelemetryLoad(workspace, staged));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    static String answer(String... series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + String.join(",", series)
                + "]}}";
    }

    static String series(String metric, String values) {
        return "{\"metric\":{\"__name__\":\"" + metric
                + "\",\"namespace\":\"vision\",\"pod\":\"api-0\",\"container\":\"app\"},\"values\":[" + values + "]}";
    }

    double[] values(String metric) {
        List<TelemetrySeries> found = telemetry.series(SeriesFilter.metric(metric));
        assertThat(found).hasSize(1);
        return telemetry.samples(found.getFirst().id(), LONG_AGO, FAR).values();
    }

    /// Every data point of the files is somewhere.
    static void assertNothingIsMissing(TelemetryImport done) {
        long dropped = done.repairs().entrySet().stream().filter(each -> each.getKey().drops())
                .mapToLong(Map.Entry::getValue).sum();
        assertThat(done.read() + done.derived()).isEqualTo(done.samples() + done.rejected() + dropped);
    }

    String codeOf(Path... files) {
        return codeOf(TelemetryRequest.of(files));
    }

    String codeOf(TelemetryRequest request) {
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> load(request, Cancellation.never()));
        return failure == null ? "" : failure.code();
    }
}
