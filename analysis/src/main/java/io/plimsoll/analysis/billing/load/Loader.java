package io.plimsoll.analysis.billing.load;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.billing.LoadWatch;
import io.plimsoll.analysis.billing.stage.StagedFile;
import io.plimsoll.analysis.conformance.Conformance;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workspace.Ledger;

/// One import's work in the workspace, inside one transaction: everything, or nothing.
public final class Loader {
    private final Transaction transaction;
    private final Path folder;
    private final StagedFile.Report report;
    private final List<LoadWatch> watches;
    private final long importId;
    private final long firstFile;

    /// @param folder  where the staged Parquet lies
    /// @param watches told once charges are in
    public Loader(Transaction transaction, Path folder, StagedFile.Report report, List<LoadWatch> watches) {
        this.transaction = transaction;
        this.folder = folder;
        this.report = report;
        this.watches = watches;
        this.importId = next("billing_import", "import_id");
        this.firstFile = next("billing_file", "file_id");
    }

    private long next(String table, String column) {
        return transaction.query(Sql.of("SELECT coalesce(max(" + column + "), 0) + 1 FROM " + table),
                row -> row.whole(1)).getFirst();
    }

    /// @return how many rows of earlier imports were replaced, and what the user should know
    public Outcome load(String rejects, Ledger ledger) {
        List<String> warnings = new ArrayList<>(report.warnings());
        List<StagedFile> charges = charges();
        recordFiles(rejects);
        long replaced = new DatasetLoader(transaction, folder, firstFile).load(report.files());
        if (!charges.isEmpty()) {
            Scopes.create(transaction, charges, folder, firstFile);
            Map<String, Long> before = Scopes.rows(transaction);
            LoadedViews views = new LoadedViews(transaction);
            replaced += transaction.execute("DELETE FROM charge WHERE " + Scopes.IN_SCOPE);
            insert(charges);
            verify(charges);
            views.refuseSecondView();
            forgetRejectsOfReplacedFiles();
            warnings.addAll(Scopes.shrunk(before, Scopes.rows(transaction)));
            warnings.addAll(Overlap.check(transaction, firstFile, charges.size()));
            new Cube(transaction).refresh();
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        recordImport(replaced, now);
        if (!charges.isEmpty()) {
            watches.forEach(watch -> watch.loaded(transaction, importId, now));
        }
        ledger.append(transaction, "import", ledgerPayload(replaced));
        return new Outcome(replaced, warnings);
    }

    private List<StagedFile> charges() {
        return report.files().stream().filter(file -> file.loaded() > 0 && !DatasetLoader.isDataset(file)).toList();
    }

    /// All files in one statement. The join gives each row its file's id, and it lets the engine append rows in the order in which
    /// its threads read them, which costs a third of keeping the files' order.
    private void insert(List<StagedFile> files) {
        String rows = Scopes.parquet(folder, files);
        Set<String> staged = Set.copyOf(
                transaction.query(Sql.of("DESCRIBE SELECT * FROM " + rows), row -> row.text(1)));
        String columns = Arrays.stream(FocusColumn.values()).map(FocusColumn::focusName).filter(staged::contains)
                .map(Sql::quoted).collect(Collectors.joining(", "));
        String extensions = "coalesce(" + (staged.contains("Extensions") ? "\"Extensions\", " : "")
                + "CAST(MAP {} AS MAP(VARCHAR, VARCHAR)))";
        transaction.execute("INSERT INTO charge (source, file_id, file_line, " + columns + ", \"Extensions\") "
                + "SELECT source, incoming_file.file_id, file_line, " + columns + ", " + extensions + " FROM " + rows
                + " JOIN incoming_file USING (filename)");
    }

    /// What is in the table now must be what staging counted.
    private void verify(List<StagedFile> files) {
        String sums = Arrays.stream(CostMetric.values())
                .map(metric -> "coalesce(sum(" + Sql.quoted(metric.column().focusName()) + "), 0)")
                .collect(Collectors.joining(", "));
        Map<Long, Map<String, List<String>>> stored = new LinkedHashMap<>();
        transaction.query(Sql.of("SELECT file_id, \"BillingCurrency\", count(*), " + sums
                + " FROM charge WHERE file_id >= ? GROUP BY 1, 2", firstFile), row -> {
                    List<String> values = new ArrayList<>(List.of(Long.toString(row.whole(3))));
                    for (int i = 0; i < CostMetric.values().length; i++) {
                        values.add(new Money(row.decimal(4 + i), row.text(2)).plain());
                    }
                    return stored.computeIfAbsent(row.whole(1), file -> new LinkedHashMap<>()).put(row.text(2),
                            values);
                });
        for (StagedFile file : files) {
            Map<String, List<String>> kept = stored.getOrDefault(firstFile + file.number(), Map.of());
            if (!kept.equals(staged(file))) {
                throw new IllegalStateException("Rows of " + file.file() + " changed on the way in: staged were "
                        + staged(file) + ", stored were " + kept);
            }
        }
    }

    private static Map<String, List<String>> staged(StagedFile file) {
        Map<String, List<String>> staged = new LinkedHashMap<>();
        file.totals().forEach((currency, control) -> {
            List<String> values = new ArrayList<>(List.of(Long.toString(control.rows())));
            Arrays.stream(CostMetric.values()).forEach(metric -> values.add(control.loaded().get(metric.id())));
            staged.put(currency, values);
        });
        return staged;
    }

    private void recordImport(long replaced, Instant now) {
        long read = report.files().stream().mapToLong(StagedFile::read).sum();
        long loaded = report.files().stream().mapToLong(StagedFile::loaded).sum();
        long rejected = report.files().stream().mapToLong(StagedFile::rejected).sum();
        transaction.execute("INSERT INTO billing_import VALUES (?, ?, ?, ?, ?, ?)", importId, now, read, loaded,
                replaced, rejected);
    }

    private void recordFiles(String rejects) {
        transaction.append("billing_file", appender -> report.files()
                .forEach(file -> appender.row(firstFile + file.number(), importId, file.file(), file.profile(),
                        file.version(), file.sha256(), file.bytes(), file.read(), file.loaded(), file.rejected(),
                        JsonMapper.shared().writeValueAsString(file.warnings()))));
        report.files().forEach(this::recordControl);
        report.files().forEach(file -> Conformance.keep(transaction, firstFile + file.number(), file.verdict()));
        String numbers = report.files().stream().map(file -> Integer.toString(file.number()))
                .collect(Collectors.joining(", "));
        transaction.execute("INSERT INTO billing_reject SELECT file_number + " + firstFile + ", line, reason, raw FROM "
                + Scopes.parquet(folder, rejects) + " WHERE file_number IN (" + numbers + ")");
    }

    private void recordControl(StagedFile file) {
        transaction.append("billing_control_total", appender -> file.totals()
                .forEach((currency, control) -> control.exact()
                        .forEach((metric, exact) -> appender.row(firstFile + file.number(), currency, control.rows(),
                                metric, exact, new BigDecimal(control.loaded().get(metric)).setScale(18)))));
    }

    /// Rejects and findings are shown for what is loaded: those of a file that has made way entirely are history.
    private void forgetRejectsOfReplacedFiles() {
        transaction.execute("DELETE FROM billing_reject WHERE file_id < ? AND file_id NOT IN "
                + "(SELECT DISTINCT file_id FROM charge)", firstFile);
        Conformance.forgetReplaced(transaction);
    }

    private Map<String, Object> ledgerPayload(long replaced) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("import", importId);
        payload.put("replaced", replaced);
        payload.put("files", report.files().stream().map(Loader::ledgerFile).toList());
        return payload;
    }

    private static Map<String, Object> ledgerFile(StagedFile file) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", file.file());
        entry.put("profile", file.profile());
        entry.put("version", file.version());
        entry.put("sha256", file.sha256());
        entry.put("read", file.read());
        entry.put("loaded", file.loaded());
        entry.put("excluded", file.excluded());
        entry.put("rejected", file.rejected());
        entry.put("totals", file.totals());
        return entry;
    }

    /// What loading did.
    ///
    /// @param replaced rows of earlier imports that made way
    /// @param warnings sentences for the user
    public record Outcome(long replaced, List<String> warnings) {}
}
