package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.billing.stage.FileStager;
import io.plimsoll.analysis.billing.stage.InputFile;
import io.plimsoll.analysis.billing.stage.InputFiles;
import io.plimsoll.analysis.billing.stage.StagedFile;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Stager;
import io.plimsoll.analysis.workspace.StagingLimits;

/// The child's half of an import. The job is `{"paths": [...], "profile": null, "currency": null}`; it leaves one Parquet of
/// rows a file and `rejects.parquet`, and answers with a `StagedFile.Report`.
public final class BillingStager implements Stager {
    public static final String ID = "billing";
    public static final String REJECTS = "rejects.parquet";

    @Override
    public String id() {
        return ID;
    }

    /// @throws StepFailure FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, NO_FILES, MANIFEST_DAMAGED, DELIVERY_INCOMPLETE,
    ///                     DELIVERY_AMBIGUOUS, FILE_DAMAGED, FILE_TRUNCATED, FILE_BOMB, FILE_CHANGED, DISK_FULL, UNKNOWN_FORMAT,
    ///                     UNKNOWN_PROFILE, MISSING_COLUMN, REPEATED_COLUMN, NO_VALID_ROWS,
    ///                     CURRENCY_NEEDED, COST_VIEWS_MIXED, SUM_TOO_LARGE, DECIMAL_TOO_WIDE
    @Override
    public JsonNode stage(JsonNode job, Path output, StagingLimits limits, Progress progress,
            Cancellation cancellation) {
        InputFiles.Selection selection = InputFiles.expand(Stager.paths(job.get("paths")));
        try (Database engine = Database.open(DatabaseConfig.inMemory(output.resolve("tmp"), limits.memoryBytes()))) {
            engine.execute(Sql.of("SET preserve_insertion_order = false"), cancellation);
            JsonNode profile = job.path("profile");
            JsonNode currency = job.path("currency");
            FileStager stager = new FileStager(engine, output, profile.isString() ? profile.asString() : null,
                    currency.isString() ? currency.asString() : null);
            StagedFile.Report report = all(selection, stager, progress, cancellation);
            engine.execute(Sql.of("COPY reject TO " + Sql.literal(output.resolve(REJECTS).toString())
                    + " (FORMAT parquet, COMPRESSION zstd)"), cancellation);
            checkSomethingIsLeft(report, engine);
            return JsonMapper.shared().valueToTree(report);
        } catch (IOException e) {
            throw StepFailure.machine("IMPORT_IO", "The import could not read or write: " + e.getMessage() + ".",
                    "Check that the files may be read and the disk is not full.", e);
        }
    }

    private static StagedFile.Report all(InputFiles.Selection selection, FileStager stager, Progress progress,
            Cancellation cancellation) throws IOException {
        List<StagedFile> staged = new ArrayList<>();
        List<InputFile> files = selection.files();
        List<String> warnings = new ArrayList<>(selection.notes());
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            cancellation.check();
            Progress part = progress.part((double) i / files.size(), (i + 1.0) / files.size());
            StagedFile file = stager.stage(files.get(i), i, part, cancellation);
            @Nullable
            String twin = seen.putIfAbsent(file.sha256(), file.file());
            if (twin == null) {
                staged.add(file);
            } else {
                warnings.add(file.file() + " is byte for byte the same file as " + twin + " and was not loaded again.");
            }
        }
        return new StagedFile.Report(staged, warnings);
    }

    private static void checkSomethingIsLeft(StagedFile.Report report, Database engine) {
        if (report.files().stream().anyMatch(file -> file.loaded() > 0)) {
            return;
        }
        List<String> first = engine.query(Sql.of("SELECT line, reason FROM reject ORDER BY file_number, line LIMIT 1"),
                row -> "; line " + row.whole(1) + ": " + row.text(2));
        if (first.isEmpty()) {
            throw StepFailure.badInput("FILE_EMPTY", "The files have no rows to load.",
                    "Export or download them again.");
        }
        throw StepFailure.badInput("NO_VALID_ROWS", "No row can be loaded" + first.getFirst() + ".",
                "Check that the export is complete and of the format it claims to be.");
    }
}
