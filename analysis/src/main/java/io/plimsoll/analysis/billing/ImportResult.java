package io.plimsoll.analysis.billing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an import did, or would do in a dry run.
///
/// @param files    in the order in which they were read
/// @param replaced rows of earlier imports that made way
/// @param warnings about the import as a whole
/// @param dryRun   whether nothing was changed
public record ImportResult(List<ImportedFile> files, long replaced, List<String> warnings, boolean dryRun) {
    public ImportResult {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }

    /// Rows read: `loaded` + `excluded` + `rejected`.
    public long read() {
        return files.stream().mapToLong(ImportedFile::read).sum();
    }

    public long loaded() {
        return files.stream().mapToLong(ImportedFile::loaded).sum();
    }

    public long rejected() {
        return files.stream().mapToLong(ImportedFile::rejected).sum();
    }

    /// Rows left out on purpose, by reason.
    public Map<String, Long> excluded() {
        Map<String, Long> excluded = new TreeMap<>();
        files.forEach(file -> file.excluded().forEach((reason, rows) -> excluded.merge(reason, rows, Long::sum)));
        return excluded;
    }

    /// Of the loaded rows by currency, to the last digit of the files.
    public Map<String, CostTotals> totals() {
        Map<String, CostTotals> totals = new TreeMap<>();
        files.forEach(
                file -> file.totals().forEach((currency, each) -> totals.merge(currency, each, CostTotals::plus)));
        return totals;
    }
}
