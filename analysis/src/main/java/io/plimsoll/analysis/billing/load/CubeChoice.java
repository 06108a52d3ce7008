package io.plimsoll.analysis.billing.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.billing.cost.CubeColumns;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Workspace;

/// Changes which dimensions have a column in the cube: the whole cube is filled again in one transaction, held against the charges,
/// and noted in the ledger; or nothing changes.
public final class CubeChoice {
    private final Workspace workspace;

    public CubeChoice(Workspace workspace) {
        this.workspace = workspace;
    }

    /// As `Billing.chooseCube`.
    public void set(List<String> dimensions, Progress progress, Cancellation cancellation) {
        List<String> names = checked(dimensions);
        rebuild(progress, cancellation, false, transaction -> {
            names.forEach(name -> refuseUnknownTag(transaction, name));
            for (int slot = 0; slot < names.size(); slot++) {
                boolean tag = names.get(slot).startsWith(CubeColumns.TAG);
                transaction.execute("INSERT INTO cube_tag (slot, key, kind) VALUES (?, ?, ?)", slot + 1,
                        tag ? names.get(slot).substring(CubeColumns.TAG.length()) : names.get(slot),
                        tag ? "tag" : "column");
            }
        });
    }

    /// As `Billing.automaticCube`.
    public void automatic(Progress progress, Cancellation cancellation) {
        rebuild(progress, cancellation, true, transaction -> {
            Scopes.createOfAll(transaction);
            new Cube(transaction).adoptTags();
        });
    }

    private void rebuild(Progress progress, Cancellation cancellation, boolean automatic,
            java.util.function.Consumer<Transaction> columns) {
        progress.update("Choosing the columns", 0);
        workspace.database().inTransaction(transaction -> {
            transaction.execute("DELETE FROM cube_tag");
            transaction.execute("UPDATE cube_choice SET automatic = ?", automatic);
            columns.accept(transaction);
            progress.update("Filling the cube", 0.1);
            new Cube(transaction).refill();
            progress.update("Holding it against the charges", 0.9);
            verify(transaction);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("automatic", automatic);
            entry.put("columns", transaction.query(CubeColumns.CHOSEN, row -> row.text(1)));
            return workspace.ledger().append(transaction, "cube", entry);
        }, cancellation);
        progress.update("The cube is filled", 1);
    }

    /// The names as the schema spells them.
    private static List<String> checked(List<String> dimensions) {
        List<String> names = new ArrayList<>();
        for (String dimension : dimensions) {
            String name = dimension.startsWith(CubeColumns.TAG) ? dimension : column(dimension);
            if (names.contains(name)) {
                throw StepFailure.wrongUsage("REPEATED_DIMENSION", "A dimension is named twice: " + name + ".",
                        "Name each dimension once.");
            }
            names.add(name);
        }
        if (names.size() > CubeColumns.SLOTS) {
            throw StepFailure.wrongUsage("CUBE_COLUMNS", "The cube has room for " + CubeColumns.SLOTS
                    + " chosen dimensions, and these are " + names.size() + ".",
                    "Leave some out: they are answered from the charges, more slowly and to the same digit.");
        }
        return names;
    }

    private static String column(String name) {
        FocusColumn column = FocusColumn.find(name).orElseThrow(() -> StepFailure.wrongUsage("UNKNOWN_DIMENSION",
                "There is no dimension " + name + ".",
                "Use a tag as tag:KEY or one of the columns that plimsoll cube show lists."));
        if (!CubeColumns.OPTIONAL.contains(column)) {
            throw StepFailure.wrongUsage("CUBE_COLUMN", CubeColumns.isFixed(column)
                    ? name + " is always in the cube."
                    : name + " can't be a column of the cube: with it the cube would hardly be smaller than the charges.",
                    "Use a tag as tag:KEY or one of the columns that plimsoll cube show lists.");
        }
        return column.focusName();
    }

    private static void refuseUnknownTag(Transaction transaction, String name) {
        if (name.startsWith(CubeColumns.TAG) && transaction.query(
                Sql.of("SELECT 1 FROM charge WHERE list_contains(map_keys(\"Tags\"), ?) LIMIT 1",
                        name.substring(CubeColumns.TAG.length())),
                row -> row.whole(1)).isEmpty()) {
            throw StepFailure.wrongUsage("UNKNOWN_DIMENSION", "No charge has the tag "
                    + name.substring(CubeColumns.TAG.length()) + ".",
                    "plimsoll cube show lists the tags that there are.");
        }
    }

    /// A cube that differs from its charges must not stand.
    private static void verify(Transaction transaction) {
        String sums = "sum(\"BilledCost\"), sum(\"EffectiveCost\"), coalesce(sum(\"ListCost\"), 0), "
                + "coalesce(sum(\"ContractedCost\"), 0)";
        List<String> cube = sums(transaction, "sum(row_count), " + sums + " FROM cube_daily");
        List<String> charges = sums(transaction, "count(*), " + sums + " FROM charge");
        if (!cube.equals(charges)) {
            throw new IllegalStateException("The cube has " + cube + " where the charges have " + charges);
        }
    }

    private static List<String> sums(Transaction transaction, String of) {
        return transaction.query(Sql.of("SELECT \"BillingCurrency\", " + of + " GROUP BY 1 ORDER BY 1"),
                row -> row.text(1) + ' ' + row.whole(2) + ' ' + row.decimal(3) + ' ' + row.decimal(4) + ' '
                        + row.decimal(5) + ' ' + row.decimal(6));
    }
}
