package io.plimsoll.analysis.billing.load;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.billing.BillingStager;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostTotals;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.billing.ImportResult;
import io.plimsoll.analysis.billing.ImportedFile;
import io.plimsoll.analysis.billing.LoadWatch;
import io.plimsoll.analysis.billing.read.Dataset;
import io.plimsoll.analysis.billing.read.Datasets;
import io.plimsoll.analysis.billing.read.Readers;
import io.plimsoll.analysis.billing.stage.StagedFile;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workspace.StagedJob;
import io.plimsoll.analysis.workspace.Workspace;

/// Runs an import: staging in a child process, then one transaction.
public final class Importer {
    private final Workspace workspace;
    private final List<LoadWatch> watches;

    public Importer(Workspace workspace) {
        this(workspace, List.of());
    }

    /// @param watches told of every import of charges
    public Importer(Workspace workspace, List<LoadWatch> watches) {
        this.workspace = workspace;
        this.watches = watches;
    }

    /// As `Billing.importFiles`.
    public ImportResult run(ImportRequest request, Progress progress, Cancellation cancellation) {
        try (StagedJob staged = workspace.staging().run(BillingStager.ID, job(request), progress.part(0, 0.7),
                cancellation)) {
            ImportResult result = load(staged, request.dryRun(), progress.part(0.7, 1), cancellation);
            progress.update("Loaded", 1);
            return result;
        }
    }

    /// The half of an import that runs in this process.
    ///
    /// @param staged what a `BillingStager` left
    public ImportResult load(StagedJob staged, boolean dryRun, Progress progress, Cancellation cancellation) {
        staged.checkRoom();
        StagedFile.Report report = JsonMapper.shared().treeToValue(staged.result(), StagedFile.Report.class);
        progress.update(dryRun ? "Trying" : "Loading", 0);
        Loader.Outcome outcome = load(staged, report, dryRun, cancellation);
        return new ImportResult(report.files().stream().map(Importer::imported).toList(), outcome.replaced(),
                outcome.warnings(), dryRun);
    }

    /// A dry run does everything that a real one does, and takes it back.
    private Loader.Outcome load(StagedJob staged, StagedFile.Report report, boolean dryRun,
            Cancellation cancellation) {
        try {
            return workspace.database().inTransaction(transaction -> {
                Loader.Outcome outcome = new Loader(transaction, staged.folder(), report, watches)
                        .load(BillingStager.REJECTS, workspace.ledger());
                if (dryRun) {
                    throw new TakeBack(outcome);
                }
                return outcome;
            }, cancellation);
        } catch (TakeBack done) {
            return done.outcome;
        }
    }

    /// What the child is asked to do.
    public static ObjectNode job(ImportRequest request) {
        ObjectNode job = JsonMapper.shared().createObjectNode();
        ArrayNode paths = job.putArray("paths");
        request.paths().forEach(path -> paths.add(path.toAbsolutePath().normalize().toString()));
        String profile = request.profile();
        if (profile != null) {
            job.put("profile", known(profile));
        }
        if (request.currency() != null) {
            job.put("currency", request.currency());
        }
        return job;
    }

    private static String known(String profile) {
        return Datasets.byProfile(profile).map(Dataset::profile).orElseGet(() -> Readers.byId(profile).id());
    }

    private static ImportedFile imported(StagedFile file) {
        Map<String, CostTotals> totals = new LinkedHashMap<>();
        file.totals().forEach((currency, control) -> totals.put(currency, totals(control.exact())));
        return new ImportedFile(file.file(), file.profile(), file.version(), file.sha256(), file.read(), file.loaded(),
                file.excluded(), file.rejected(), totals, List.copyOf(file.warnings()));
    }

    private static CostTotals totals(Map<String, String> texts) {
        return new CostTotals(amount(texts, CostMetric.BILLED), amount(texts, CostMetric.EFFECTIVE),
                amount(texts, CostMetric.LIST), amount(texts, CostMetric.CONTRACTED));
    }

    private static BigDecimal amount(Map<String, String> texts, CostMetric metric) {
        return new BigDecimal(texts.getOrDefault(metric.id(), "0"));
    }

    /// Ends a transaction that must not stand.
    private static final class TakeBack extends RuntimeException {
        private final transient Loader.Outcome outcome;

        TakeBack(Loader.Outcome outcome) {
            super("dry run", null, false, false);
            this.outcome = outcome;
        }
    }
}
