package io.plimsoll.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.billing.stage.BillLooks;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.stage.TelemetryLooks;
import io.plimsoll.analysis.workspace.FileLook;
import io.plimsoll.analysis.workspace.Stager;
import io.plimsoll.analysis.workspace.StagingLimits;

/// Looks at the heads of files, bills and telemetry in one child. The job is `{"bills": [...], "telemetry": [...]}`, files and no
/// folders; the answer is a `FileLook.Report`, and nothing is left in the job's folder.
public final class LookStager implements Stager {
    public static final String ID = "look";

    @Override
    public String id() {
        return ID;
    }

    /// @throws StepFailure MANIFEST_DAMAGED, DELIVERY_INCOMPLETE, DELIVERY_AMBIGUOUS, FILE_NOT_READABLE, DISK_FULL; what is wrong with
    ///                     one file alone stands in its look
    @Override
    public JsonNode stage(JsonNode job, Path output, StagingLimits limits, Progress progress,
            Cancellation cancellation) {
        List<Path> bills = Stager.paths(job.path("bills"));
        List<Path> telemetry = Stager.paths(job.path("telemetry"));
        double billed = (double) bills.size() / Math.max(1, bills.size() + telemetry.size());
        try (Database engine = Database.open(DatabaseConfig.inMemory(output.resolve("tmp"), limits.memoryBytes()))) {
            FileLook.Report report = new BillLooks(engine, output).look(bills, progress.part(0, billed), cancellation);
            List<FileLook> files = new ArrayList<>(report.files());
            FileLook.Report measured = TelemetryLooks.look(telemetry, progress.part(billed, 1), cancellation);
            files.addAll(measured.files());
            List<String> notes = new ArrayList<>(report.notes());
            notes.addAll(measured.notes());
            return JsonMapper.shared().valueToTree(new FileLook.Report(files, notes));
        }
    }
}
