package io.plimsoll.analysis.billing.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.cost.CubeColumns;
import io.plimsoll.analysis.store.Dialect;
import io.plimsoll.analysis.store.DuckDbDialect;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;

/// Fills `cube_daily` from `charge`. Each charge counts on the UTC day on which its charge period starts, also one that runs for
/// longer.
final class Cube {
    private final Transaction transaction;
    private final Dialect dialect = new DuckDbDialect();

    Cube(Transaction transaction) {
        this.transaction = transaction;
    }

    /// Brings the cube up to date with the rows of the import's scopes.
    void refresh() {
        if (adoptTags()) {
            refill();
        } else {
            transaction.execute("DELETE FROM cube_daily WHERE (source, \"BillingAccountId\", \"BillingPeriod\") "
                    + "IN (SELECT (source, account, period) FROM incoming_scope)");
            fill(" WHERE " + Scopes.IN_SCOPE);
        }
    }

    /// Makes the whole cube anew.
    void refill() {
        transaction.execute("DELETE FROM cube_daily");
        fill("");
    }

    private void fill(String where) {
        List<String> items = new ArrayList<>();
        items.add("source");
        items.add("\"BillingAccountId\"");
        items.add(dialect.day("\"BillingPeriodStart\""));
        items.add(dialect.day("\"ChargePeriodStart\""));
        CubeColumns.KEYS.forEach(column -> items.add(dialect.identifier(column.focusName())));
        List<String> chosen = transaction.query(CubeColumns.CHOSEN, row -> row.text(1));
        for (int slot = 0; slot < CubeColumns.SLOTS; slot++) {
            items.add(slot < chosen.size()
                    ? CubeColumns.overRows(dialect, chosen.get(slot))
                    : "CAST(NULL AS VARCHAR)");
        }
        int keys = items.size();
        for (CostMetric metric : CostMetric.values()) {
            items.add("coalesce(sum(" + dialect.identifier(metric.column().focusName()) + "), 0)");
        }
        quantity(items, "ConsumedQuantity", "ConsumedUnit");
        quantity(items, "PricingQuantity", "PricingUnit");
        items.add("count(*)");
        String groups = IntStream.rangeClosed(1, keys).mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        transaction.execute("INSERT INTO cube_daily SELECT " + String.join(", ", items) + " FROM charge" + where
                + " GROUP BY " + groups + " ORDER BY 4, 1, 2");
    }

    /// A sum of quantities, and its unit, only where all of them have the same unit. Without any quantity the unit is null; where
    /// units differ or lack it is an empty text.
    private void quantity(List<String> items, String quantity, String unit) {
        String q = dialect.identifier(quantity);
        String u = "CASE WHEN " + q + " IS NOT NULL THEN coalesce(" + dialect.identifier(unit) + ", '') END";
        String single = "min(" + u + ") = max(" + u + ") AND min(" + u + ") <> ''";
        items.add("CASE WHEN " + single + " THEN sum(" + q + ") END");
        items.add("CASE WHEN " + single + " THEN min(" + u + ") WHEN count(" + q + ") > 0 THEN '' END");
    }

    /// Unless the user has chosen, gives free columns to the most frequent tag keys that have few values. A key keeps its column until
    /// the user chooses, so that the meaning of a column does not change under a saved view.
    ///
    /// @return whether a column was given, so that the whole cube has to be filled again
    boolean adoptTags() {
        int used = transaction.query(CubeColumns.CHOSEN, row -> row.text(1)).size();
        boolean automatic = transaction.query(Sql.of("SELECT automatic FROM cube_choice"), row -> row.flag(1))
                .getFirst();
        if (!automatic || used >= CubeColumns.SLOTS) {
            return false;
        }
        List<String> found = transaction.query(Sql.resource(Cube.class, "tags.sql", CubeColumns.MOST_VALUES,
                CubeColumns.SLOTS - used), row -> row.text(1));
        for (String key : found) {
            transaction.execute("INSERT INTO cube_tag (slot, key) VALUES (?, ?)", ++used, key);
        }
        return !found.isEmpty();
    }
}
