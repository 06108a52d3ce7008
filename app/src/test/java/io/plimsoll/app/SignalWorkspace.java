package io.plimsoll.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// A workspace without a bill whose telemetry holds one event: a machine that took 24 GiB of memory for five weeks and 60 GiB since.
public final class SignalWorkspace {
    private static final int HOURS = 42 * 24;
    private static final int RISES = 37 * 24;

    private SignalWorkspace() {
    }

    /// @param folder where the file and the workspace are made
    public static Workbench make(Path folder) {
        try {
            Workbench workbench = Workbench.openOrCreate(folder.resolve("signal.plimsoll"));
            Path file = Files.writeString(folder.resolve("use.csv"), rows());
            workbench.telemetry().importFiles(List.of(file), Optional.empty(), Progress.NONE, Cancellation.never());
            return workbench;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder("time,resource_id,metric,value\n");
        Instant start = Instant.parse("2026-09-01T00:00:00Z");
        for (int hour = 0; hour < HOURS; hour++) {
            double value = (hour >= RISES ? 60 : 24) + 0.4 * Math.sin(hour * 0.7);
            rows.append(start.plusSeconds(3600L * hour)).append(",i-0123456789abcdef0,memory_gib_used,").append(value)
                    .append('\n');
        }
        return rows.toString();
    }
}
