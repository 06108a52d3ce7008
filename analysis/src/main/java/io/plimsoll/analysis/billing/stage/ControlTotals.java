package io.plimsoll.analysis.billing.stage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.StoreException;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Money;

/// Adds up a file's loaded rows twice: as the file spells the amounts, and as they were stored.
final class ControlTotals {
    /// Half a unit in the last place of DECIMAL(38,18): what rounding may change in one row.
    private static final BigDecimal ROUNDING = new BigDecimal("5e-19");

    private ControlTotals() {
    }

    /// @throws IllegalStateException if the two differ by more than rounding explains: a defect of ours
    static Map<String, StagedFile.Control> of(Database engine, String typed, String accepted, String stored,
            WideCosts wide) {
        Map<String, Sums> plain = sums(engine, "t.", accepted);
        // Where the typed rows are the stored ones they are not read again; loading adds them up once more.
        Map<String, Sums> loaded = typed.equals(stored) ? plain : sums(engine, "", "FROM " + stored);
        Map<String, StagedFile.Control> totals = new LinkedHashMap<>();
        plain.forEach((currency, sums) -> {
            Sums kept = loaded.get(currency);
            if (kept == null || loaded.size() != plain.size()) {
                throw new IllegalStateException("Currencies changed while staging: " + plain + ", " + loaded);
            }
            totals.put(currency, control(currency, sums, kept, wide));
        });
        return totals;
    }

    private static StagedFile.Control control(String currency, Sums plain, Sums loaded, WideCosts wide) {
        Map<String, String> exactTexts = new LinkedHashMap<>();
        Map<String, String> loadedTexts = new LinkedHashMap<>();
        for (int i = 0; i < CostMetric.values().length; i++) {
            BigDecimal exact = plain.amounts.get(i).add(wide.exact(currency, i));
            BigDecimal kept = loaded.amounts.get(i);
            BigDecimal allowed = ROUNDING.multiply(BigDecimal.valueOf(plain.rows));
            if (exact.subtract(kept).abs().compareTo(allowed) > 0 || plain.rows != loaded.rows) {
                throw new IllegalStateException("Control total of " + CostMetric.values()[i].id() + " in " + currency
                        + ": the file says " + exact + " in " + plain.rows + " rows, staged were " + kept + " in "
                        + loaded.rows);
            }
            exactTexts.put(CostMetric.values()[i].id(), new Money(exact, currency).plain());
            loadedTexts.put(CostMetric.values()[i].id(), new Money(kept, currency).plain());
        }
        return new StagedFile.Control(loaded.rows, exactTexts, loadedTexts);
    }

    private static Map<String, Sums> sums(Database engine, String prefix, String from) {
        String sql = "SELECT " + prefix + "\"BillingCurrency\", count(*), " + sums(prefix) + " " + from
                + " GROUP BY 1 ORDER BY 1";
        Map<String, Sums> sums = new LinkedHashMap<>();
        try {
            engine.each(Sql.of(sql), row -> {
                List<BigDecimal> amounts = new ArrayList<>();
                for (int i = 0; i < CostMetric.values().length; i++) {
                    amounts.add(row.decimal(3 + i));
                }
                sums.put(row.text(1), new Sums(row.whole(2), amounts));
            }, Cancellation.never());
        } catch (StoreException e) {
            checkSize(engine, prefix, from);
            throw e;
        }
        return sums;
    }

    /// The engine's sum of amounts beyond its decimals fails without a reason.
    private static void checkSize(Database engine, String prefix, String from) {
        for (FocusColumn cost : TypedSelect.costs()) {
            double size = engine.single(Sql.of("SELECT coalesce(sum(abs(CAST(" + prefix + Sql.quoted(cost.focusName())
                    + " AS DOUBLE))), 0) " + from), row -> row.number(1));
            if (size >= 1e20) {
                throw StepFailure.badInput("SUM_TOO_LARGE",
                        "The sum of " + cost.focusName() + " has more than 20 digits before the point.",
                        "No bill is that large: check the export.");
            }
        }
    }

    private static String sums(String prefix) {
        return String.join(", ", TypedSelect.costs().stream()
                .map(column -> "sum(" + prefix + Sql.quoted(column.focusName()) + ")").toList());
    }

    private record Sums(long rows, List<BigDecimal> amounts) {}
}
