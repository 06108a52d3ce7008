package io.plimsoll.analysis.billing.stage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.RowAppender;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Costs with more than 18 decimals or an exponent, and those that are a chain of numbers: rounded half-even into the table
/// `wide`, and added up exactly. The engine's own cast rounds halves away from zero.
final class WideCosts {
    static final int SCALE = 18;
    private static final int COSTS = TypedSelect.costs().size();
    /// DECIMAL(38,18) has 20 digits before the point; one is left for sums.
    static final BigDecimal BOUND = new BigDecimal("1e19");

    private final Map<String, BigDecimal[]> exact = new HashMap<>();
    private long rows;

    /// Reads the typed rows' `wide_` columns.
    static WideCosts round(Database engine, String typed, Cancellation cancellation) {
        WideCosts costs = new WideCosts();
        List<String> names = TypedSelect.costs().stream().map(TypedSelect::wide).toList();
        String some = "coalesce(" + String.join(", ", names) + ") IS NOT NULL";
        Sql sql = Sql.of("SELECT file_line, \"BillingCurrency\", " + String.join(", ", names) + " FROM " + typed
                + " WHERE reject IS NULL AND excluded IS NULL AND " + some);
        engine.inTransaction(transaction -> {
            transaction.execute("DELETE FROM wide");
            transaction.append("wide", appender -> engine.each(sql, row -> costs.take(row, appender), cancellation));
            return true;
        }, cancellation);
        return costs;
    }

    private void take(Row row, RowAppender appender) {
        @Nullable
        BigDecimal[] values = new BigDecimal[COSTS];
        for (int i = 0; i < COSTS; i++) {
            String text = row.textOrNull(3 + i);
            values[i] = text == null ? null : amount(text);
        }
        rows++;
        for (int i = 0; i < COSTS; i++) {
            BigDecimal value = values[i];
            if (value != null && value.abs().compareTo(BOUND) >= 0) {
                FocusColumn column = TypedSelect.costs().get(i);
                appender.row(row.whole(1), null, null, null, null,
                        column.focusName() + " is too large: " + value.round(new MathContext(6)));
                return;
            }
        }
        BigDecimal[] sums = exact.computeIfAbsent(row.text(2), currency -> zeros());
        @Nullable
        Object[] cells = new Object[COSTS + 2];
        cells[0] = row.whole(1);
        for (int i = 0; i < COSTS; i++) {
            BigDecimal value = values[i];
            if (value != null) {
                sums[i] = sums[i].add(value);
                cells[i + 1] = value.setScale(SCALE, RoundingMode.HALF_EVEN);
            }
        }
        appender.row(cells);
    }

    /// A number, or a chain `a + b - c`.
    private static BigDecimal amount(String text) {
        String[] parts = text.split(" ", -1);
        BigDecimal amount = new BigDecimal(parts[0]);
        for (int i = 1; i + 1 < parts.length; i += 2) {
            BigDecimal next = new BigDecimal(parts[i + 1]);
            amount = parts[i].equals("+") ? amount.add(next) : amount.subtract(next);
        }
        return amount;
    }

    private static BigDecimal[] zeros() {
        BigDecimal[] zeros = new BigDecimal[COSTS];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    long rows() {
        return rows;
    }

    /// The exact sum of the wide amounts of one cost, by position in `TypedSelect.costs()`.
    BigDecimal exact(String currency, int cost) {
        return exact.getOrDefault(currency, zeros())[cost];
    }
}
