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

/// What an import replaces: every (source, billing account, billing period) that its rows have, in the temporary table
/// `incoming_scope`.
final class Scopes {
    static final String KEY = "source, \"BillingAccountId\", CAST(\"BillingPeriodStart\" AS DATE)";
    static final String IN_SCOPE = "(" + KEY + ") IN (SELECT (source, account, period) FROM incoming_scope)";

    private Scopes() {
    }

    static String parquet(Path folder, String name) {
        return "read_parquet(" + Sql.literal(folder.resolve(name).toString()) + ")";
    }

    static void create(Transaction transaction, List<StagedFile> files, Path folder) {
        String union = files.stream().map(file -> "SELECT " + KEY + " FROM " + parquet(folder, file.parquet()))
                .collect(Collectors.joining(" UNION "));
        transaction.execute("CREATE OR REPLACE TEMPORARY TABLE incoming_scope(source, account, period) AS " + union);
    }

    /// As if everything that is loaded came anew.
    static void createOfAll(Transaction transaction) {
        transaction.execute("CREATE OR REPLACE TEMPORARY TABLE incoming_scope(source, account, period) AS SELECT DISTINCT "
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
