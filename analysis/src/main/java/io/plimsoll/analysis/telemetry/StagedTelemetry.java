package io.plimsoll.analysis.telemetry;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workspace.StagedJob;
import io.plimsoll.analysis.workspace.Workspace;

/// Telemetry files that were checked and typed and wait to be loaded, or to be forgotten when this is closed.
public final class StagedTelemetry implements AutoCloseable {
    private final StagedJob job;
    private final TelemetryLoad load;

    StagedTelemetry(Workspace workspace, StagedJob job) {
        this.job = job;
        this.load = new TelemetryLoad(workspace, job);
    }

    /// What loading it would say, `replaced` excepted.
    public TelemetryImport counts() {
        return load.counts(0);
    }

    /// Loads it: all of it, or on any failure nothing.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure DISK_FULL
    public TelemetryImport load(Progress progress, Cancellation cancellation) {
        job.checkRoom();
        progress.update("Loading samples", 0);
        return load.run(cancellation);
    }

    @Override
    public void close() {
        job.close();
    }
}
