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

/// Brings the tables beside the charges into the workspace. What a statement replaces stands in the resource of its table's name.
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
        return transaction.execute(Sql.resource(DatasetLoader.class, "replace-" + dataset.table() + ".sql", firstFile,
                firstFile));
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
        transaction.query(Sql.resource(DatasetLoader.class, "twice-" + dataset.table() + ".sql", firstFile), row -> {
            String place = row.text(2) + ", line " + row.whole(3) + ", and in " + row.text(4) + ", line "
                    + row.whole(5);
            throw StepFailure.badInput(dataset.table().equals("invoice_detail") ? "INVOICE_TWICE" : "ROW_TWICE",
                    row.text(1) + " stands in " + place + ".", "Leave out the older of the two and import again.");
        });
    }
}
