package io.plimsoll.analysis.telemetry.stage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.FileHead;
import io.plimsoll.analysis.telemetry.read.Source;
import io.plimsoll.analysis.telemetry.read.TelemetryReader;
import io.plimsoll.analysis.workspace.FileLook;
import io.plimsoll.analysis.workspace.ForeignInput;

/// Tells what telemetry files are by their first bytes; runs in the staging child.
public final class TelemetryLooks {
    private TelemetryLooks() {
    }

    /// One look a file, in the order of `files`; what is wrong with a file stands in its look. The notes say how tables are taken.
    public static FileLook.Report look(List<Path> files, Progress progress, Cancellation cancellation) {
        List<FileLook> looks = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path file : files) {
            cancellation.check();
            progress.update("Looking at " + file.getFileName(), (double) looks.size() / files.size());
            looks.add(look(file, notes, cancellation));
        }
        return new FileLook.Report(looks, notes);
    }

    private static FileLook look(Path file, List<String> notes, Cancellation cancellation) {
        try {
            FileHead head = FileHead.of(file, cancellation);
            TelemetryReader reader = head.readerOrFailure(file);
            try (ForeignInput in = ForeignInput.open(file, Progress.NONE, cancellation);
                    InputStream begin = head.isParquet()
                            ? new ByteArrayInputStream(head.text().getBytes(StandardCharsets.UTF_8))
                            : in) {
                int columns = reader.columns(begin, Source.of(file.toString()));
                if (!head.isParquet()) {
                    HeadProbe.Finding finding = HeadProbe.of(reader, head.text(), Source.of(file.toString()));
                    StepFailure refusal = finding.refusal();
                    if (refusal != null) {
                        return FileLook.refused(file, null, refusal);
                    }
                    if (columns > 0) {
                        finding.notes().forEach(note -> notes.add(file.getFileName() + ": " + note));
                    }
                }
                return new FileLook(file.toString(), reader.id(), head.isParquet() ? "Parquet" : "", in.size(),
                        columns, List.of(), null, null);
            }
        } catch (StepFailure e) {
            return FileLook.refused(file, null, e);
        } catch (IOException e) {
            return FileLook.refused(file, null, ForeignInput.notReadable(file, e));
        }
    }
}
