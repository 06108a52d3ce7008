package io.plimsoll.analysis.anomaly.signal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.rightsizing.SampleWorkbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.workload.ManifestIndex;

class SampleSignalsTest {
    @TempDir
    Path folder;

    @Test
    void look() throws IOException {
        try (Workbench workbench = SampleWorkbench.open(folder, false, false)) {
            for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            List<io.plimsoll.analysis.anomaly.Anomaly> found = workbench.anomalies().all(Progress.NONE, Cancellation.never());
            System.out.println("LOOK " + found.size() + " in " + (System.nanoTime() - start) / 1e9);
            if (i == 0) found.forEach(each -> System.out.println("LOOK " + each.kind() + " " + each.severity() + " " + each.confidence() + " " + each.key().text() + " " + each.explanation()));
            }
        }
    }
}
