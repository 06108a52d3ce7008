package io.plimsoll.analysis.billing.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.read.Dataset;
import io.plimsoll.analysis.billing.read.Datasets;
import io.plimsoll.analysis.billing.stage.StagedFile;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.StepFailure;

/// Brings the tables beside the charges into the workspace. A row replaces the earlier one with its key; invoices, which have
/// none, have statements of their own.
final class DatasetLoader {
    private final Transaction transaction;
    private final Path folder;
    private final long firstFile;

    /// @param folder    where the staged Parquet lies
    /// @param firstFile the id of the import's first file
    DatasetLoader(Transaction transaction, Path folder, long firstFile) {
        this.transaction = transaction;
        this.folder = folder;
        this.firstFile = firstFile;
    }

    static boolean isDataset(StagedFile file) {
        return Datasets.byProfile(file.profile()).isPresent();
    }

    /// @return how many rows of earlier imports were replaced
    /// @throws StepFailure INVOICE_TWICE, ROW_TWICE if two rows of the import say the same thing's value
    long load(List<StagedFile> files) {
        Map<String, List<StagedFile>> byTable = files.stream().filter(DatasetLoader::isDataset)
                .collect(Collectors.groupingBy(file -> dataset(file).table()));
        return byTable.values().stream().mapToLong(this::table).sum();
    }

    private long table(List<StagedFile> files) {
        Dataset dataset = dataset(files.getFirst());
        files.forEach(file -> insert(dataset, file));
        refuseTwice(dataset);
        return transaction.execute(replace(dataset));
    }

    private Sql replace(Dataset dataset) {
        if (dataset.key().isEmpty()) {
            return Sql.resource(DatasetLoader.class, "replace-invoice.sql", firstFile, firstFile);
        }
        String key = "(" + dataset.key().stream().map(Sql::quoted).collect(Collectors.joining(", ")) + ")";
        return Sql.of("DELETE FROM " + dataset.table() + " WHERE file_id < ? AND " + key + " IN (SELECT " + key
                + " FROM " + dataset.table() + " WHERE file_id >= ?)", firstFile, firstFile);
    }

    /// A name, file and line of a row of the import that comes again later in it.
    private Sql twice(Dataset dataset) {
        if (dataset.key().isEmpty()) {
            return Sql.resource(DatasetLoader.class, "twice-invoice.sql", firstFile);
        }
        String key = dataset.key().stream().map(Sql::quoted).collect(Collectors.joining(", "));
        String name = dataset.key().stream().map(column -> "a." + Sql.quoted(column))
                .collect(Collectors.joining(", "));
        return Sql.of("SELECT concat_ws(' ', " + Sql.literal(dataset.row()) + ", " + name
                + "), fa.file, a.file_line, fb.file, b.file_line FROM " + dataset.table() + " a JOIN "
                + dataset.table() + " b USING (" + key + ") JOIN billing_file fa ON fa.file_id = a.file_id "
                + "JOIN billing_file fb ON fb.file_id = b.file_id "
                + "WHERE a.file_id >= ? AND (b.file_id, b.file_line) > (a.file_id, a.file_line) "
                + "ORDER BY a.file_id, a.file_line, b.file_id, b.file_line LIMIT 1", firstFile);
    }

    private static Dataset dataset(StagedFile file) {
        return Datasets.byProfile(file.profile()).orElseThrow();
    }

    private void insert(Dataset dataset, StagedFile file) {
        String columns = dataset.columns().stream().map(column -> Sql.quoted(column.stored()))
                .collect(Collectors.joining(", "));
        transaction.execute("INSERT INTO " + dataset.table() + " (file_id, file_line, " + columns + ") SELECT "
                + (firstFile + file.number()) + ", file_line, " + columns + " FROM "
                + Scopes.parquet(folder, file.parquet()));
    }

    /// Files of one import add to each other, so what stands in two of them would count twice.
    private void refuseTwice(Dataset dataset) {
        transaction.query(twice(dataset), row -> {
            String place = row.text(2) + ", line " + row.whole(3) + ", and in " + row.text(4) + ", line "
                    + row.whole(5);
            throw StepFailure.badInput(dataset.key().isEmpty() ? "INVOICE_TWICE" : "ROW_TWICE",
                    row.text(1) + " stands in " + place + ".", "Leave out the older of the two and import again.");
        });
    }
}
