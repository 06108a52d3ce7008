package io.plimsoll.analysis.telemetry.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.Readers;
import io.plimsoll.analysis.telemetry.read.TelemetryReader;
import io.plimsoll.analysis.workspace.FileLook;
import io.plimsoll.analysis.workspace.ForeignInput;

/// Tells what telemetry files are by their first bytes; runs in the staging child.
public final class TelemetryLooks {
    private TelemetryLooks() {
    }

    /// One look a file, in the order of `files`; what is wrong with a file stands in its look.
    public static List<FileLook> look(List<Path> files, Progress progress, Cancellation cancellation) {
        List<FileLook> looks = new ArrayList<>();
        for (Path file : files) {
            cancellation.check();
            progress.update("Looking at " + file.getFileName(), (double) looks.size() / files.size());
            looks.add(look(file, cancellation));
        }
        return looks;
    }

    private static FileLook look(Path file, Cancellation cancellation) {
        try {
            TelemetryReader reader = reader(file, cancellation);
            try (ForeignInput in = ForeignInput.open(file, Progress.NONE, cancellation)) {
                return new FileLook(file.toString(), reader.id(), "", in.size(), reader.columns(in, file.toString()),
                        List.of(), null, null);
            }
        } catch (StepFailure e) {
            return FileLook.refused(file, null, e);
        } catch (IOException e) {
            return FileLook.refused(file, null, ForeignInput.notReadable(file, e));
        }
    }

    private static TelemetryReader reader(Path file, Cancellation cancellation) throws IOException {
        try (ForeignInput in = ForeignInput.open(file, Progress.NONE, cancellation)) {
            return Readers.recognise(in).orElseThrow(() -> Readers.unknown(file.toString()));
        }
    }
}
