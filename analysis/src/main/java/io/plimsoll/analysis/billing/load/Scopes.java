package io.plimsoll.analysis.billing.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.stage.StagedFile;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;

/// What comes in, in two temporary tables: `incoming_file` has the id of each staged file, `incoming_scope` every (source, billing
/// account, billing period) of its rows, which is what an import replaces.
final class Scopes {
    static final String KEY = "source, \"BillingAccountId\", CAST(\"BillingPeriodStart\" AS DATE)";
    static final String IN_SCOPE = "(" + KEY + ") IN (SELECT (source, account, period) FROM incoming_scope)";

    private Scopes() {
    }

    static String parquet(Path folder, String name) {
        return "read_parquet(" + Sql.literal(folder.resolve(name).toString()) + ")";
    }

    /// The rows of all files, each with the `filename` under which `incoming_file` knows its file.
    static String parquet(Path folder, List<StagedFile> files) {
        return "read_parquet([" + files.stream().map(file -> Sql.literal(path(folder, file)))
                .collect(Collectors.joining(", ")) + "], filename = true, union_by_name = true)";
    }

    private static String path(Path folder, StagedFile file) {
        return folder.resolve(file.parquet()).toString();
    }

    static void create(Transaction transaction, List<StagedFile> files, Path folder, long firstFile) {
        transaction.execute("CREATE OR REPLACE TEMPORARY TABLE incoming_scope(source, account, period) AS "
                + "SELECT DISTINCT " + KEY + " FROM " + parquet(folder, files));
        transaction.execute("CREATE OR REPLACE TEMPORARY TABLE incoming_file(filename VARCHAR, file_id BIGINT)");
        files.forEach(file -> transaction.execute("INSERT INTO incoming_file VALUES (?, ?)", path(folder, file),
                firstFile + file.number()));
    }

    /// As if everything that is loaded came anew.
    static void createOfAll(Transaction transaction) {
        transaction
                .execute("CREATE OR REPLACE TEMPORARY TABLE incoming_scope(source, account, period) AS SELECT DISTINCT "
                        + KEY + " FROM charge");
    }

    /// Rows that are loaded now in each scope of the import, under a name for the user.
    static Map<String, Long> rows(Transaction transaction) {
        Map<String, Long> rows = new LinkedHashMap<>();
        transaction.query(Sql.of("SELECT " + KEY + ", count(*) FROM charge WHERE " + IN_SCOPE
                + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"),
                row -> rows.put(row.text(1) + " account " + row.text(2) + ", period " + row.text(3), row.whole(4)));
        return rows;
    }

    /// A period that gets smaller may be one part of a delivery that took the place of all parts.
    static List<String> shrunk(Map<String, Long> before, Map<String, Long> after) {
        List<String> warnings = new ArrayList<>();
        before.forEach((scope, rows) -> {
            long now = after.getOrDefault(scope, 0L);
            if (now < rows) {
                warnings.add(scope + " had " + rows + " rows and now has " + now
                        + ". If the files are parts of one delivery, import all of them together.");
            }
        });
        return warnings;
    }
}
