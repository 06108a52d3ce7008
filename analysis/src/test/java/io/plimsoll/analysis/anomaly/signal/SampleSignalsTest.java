package io.plimsoll.analysis.anomaly.signal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Anomalies;
import io.plimsoll.analysis.rightsizing.SampleWorkbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Telemetry in a workspace, from its files to the list of events.
class SampleSignalsTest {
    @TempDir
    Path folder;

    /// A rollout with peaks at its start, an executor lost and replaced, kills at five nights, holes, a workload two days old.
    @Test
    void aRolloutNightlyKillsHolesAndFirstDaysAreNoEvents() throws IOException {
        try (Workbench workbench = SampleWorkbench.open(folder, false, false)) {
            assertThat(workbench.anomalies().all(Progress.NONE, Cancellation.never())).isEmpty();
        }
    }

    @Test
    void fiftySeriesOfRealMachinesInAMonthTellAtMostOneEvent() {
        Path file = SharedData.path("joint/sim-dev/telemetry-hourly.csv.gz");
        try (Workbench workbench = Workbench.openOrCreate(folder)) {
            Anomalies anomalies = workbench.anomalies();
            assertThat(anomalies.all(Progress.NONE, Cancellation.never())).isEmpty();
            workbench.telemetry().importFiles(List.of(file), Optional.empty(), Progress.NONE, Cancellation.never());
            Cancellation stopped = new Cancellation();
            stopped.request();
            assertThatThrownBy(() -> anomalies.all(Progress.NONE, stopped)).isInstanceOf(CancelledException.class);
            assertThat(anomalies.all(Progress.NONE, Cancellation.never())).hasSize(1)
                    .isEqualTo(anomalies.all(Progress.NONE, Cancellation.never()))
                    .allSatisfy(each -> {
                        assertThat(anomalies.anomaly(each.id(), Progress.NONE, Cancellation.never())).isEqualTo(each);
                        assertThat(anomalies.secondOpinions(each, Progress.NONE, Cancellation.never())).hasSize(2);
                        assertThat(each.explanation().sentence()).startsWith("CPU of vm-010 rose to 1.39 cores from ");
                    });
        }
    }
}
