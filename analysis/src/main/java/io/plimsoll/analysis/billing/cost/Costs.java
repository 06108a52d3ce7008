package io.plimsoll.analysis.billing.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.billing.InvoiceCover;
import io.plimsoll.analysis.billing.KeyedSeries;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.TablePage;

/// Answers `CostQuery`.
public final class Costs {
    private final Database database;

    public Costs(Database database) {
        this.database = database;
    }

    /// As `Billing.costs`.
    public List<CostTable> tables(CostQuery query, Cancellation cancellation) {
        Optional<BillingSpan> span = new Spans(database).span();
        if (span.isEmpty()) {
            return List.of();
        }
        CostSql sql = new CostSql(query, new Dimensions(database));
        Map<String, List<CostTable.Row>> rows = new LinkedHashMap<>();
        int keys = query.by().size();
        database.each(sql.grouped(), row -> rows.computeIfAbsent(row.text(1), currency -> new ArrayList<>())
                .add(new CostTable.Row(key(query, row), dayOrNull(row, keys + 2), row.decimal(keys + 3))),
                cancellation);
        List<CostTable> tables = new ArrayList<>();
        database.each(sql.totals(), row -> tables.add(table(query, row.text(1), span.get(),
                rows.getOrDefault(row.text(1), List.of()), row.decimal(2), sql)), cancellation);
        return tables;
    }

    private static CostTable table(CostQuery query, String currency, BillingSpan span, List<CostTable.Row> rows,
            BigDecimal total, CostSql sql) {
        LocalDate from = query.from() == null ? span.first() : query.from();
        LocalDate to = query.to() == null ? span.last() : query.to();
        LocalDate incomplete = span.incompleteFrom();
        BigDecimal shown = rows.stream().map(CostTable.Row::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new CostTable(query.metric(), currency, from, to,
                incomplete == null || incomplete.isAfter(to) ? null : incomplete, List.copyOf(rows), total,
                total.subtract(shown), sql.fromCube(), sql.grouped().shown());
    }

    /// What was billed for the charges that a query covers, nothing of it confirmed yet, by currency. Its `by` don't matter.
    public Map<String, InvoiceCover.Part> billed(CostQuery query, Cancellation cancellation) {
        CostQuery whole = new CostQuery(List.of(), query.metric(), query.from(), query.to(), CostQuery.Grain.NONE,
                query.filters(), 0, query.usageOnly());
        Map<String, InvoiceCover.Part> parts = new TreeMap<>();
        database.each(new CostSql(whole, new Dimensions(database)).billed(), row -> parts.put(row.text(1),
                new InvoiceCover.Part(row.text(1), row.decimal(2), BigDecimal.ZERO, BigDecimal.ZERO, row.decimal(3))),
                cancellation);
        return parts;
    }

    /// As `Billing.daily`.
    public List<KeyedSeries> daily(CostQuery query, Cancellation cancellation) {
        Optional<BillingSpan> span = new Spans(database).span();
        if (span.isEmpty()) {
            return List.of();
        }
        LocalDate from = query.from() == null ? span.get().first() : query.from();
        LocalDate to = query.to() == null ? span.get().last() : query.to();
        Days days = new Days(from, to.isBefore(from) ? from : to);
        CostSql sql = new CostSql(query, new Dimensions(database));
        Map<List<String>, Filling> series = new LinkedHashMap<>();
        int keys = query.by().size();
        database.each(sql.daily(), row -> {
            List<String> key = new ArrayList<>();
            for (int i = 1; i <= keys + 1; i++) {
                key.add(row.text(i));
            }
            series.computeIfAbsent(key, each -> new Filling(key(query, row), row.text(1), days)).take(row, keys);
        }, cancellation);
        return series.values().stream().map(Filling::done).toList();
    }

    /// As `Billing.rows`.
    public TablePage rows(CostQuery query, long offset, int limit) {
        return database.page(new CostSql(query, new Dimensions(database)).rows(offset, limit), 0, limit);
    }

    /// As `Billing.sql`.
    public String sql(CostQuery query) {
        return new CostSql(query, new Dimensions(database)).grouped().shown();
    }

    /// As `Billing.rowsSql`.
    public String rowsSql(CostQuery query) {
        return new CostSql(query, new Dimensions(database)).charges().shown();
    }

    /// As `Billing.rowCount`.
    public long rowCount(CostQuery query) {
        return database.single(new CostSql(query, new Dimensions(database)).rowCount(), row -> row.whole(1));
    }

    private static Map<String, String> key(CostQuery query, Row row) {
        Map<String, String> key = new LinkedHashMap<>();
        for (int i = 0; i < query.by().size(); i++) {
            key.put(query.by().get(i), row.text(2 + i));
        }
        return key;
    }

    private static @Nullable LocalDate dayOrNull(Row row, int column) {
        return row.value(column) == null ? null : row.day(column);
    }

    /// A series while its days arrive.
    private static final class Filling {
        private final Map<String, String> key;
        private final String currency;
        private final Days days;
        private final BigDecimal[] cost;
        private final double[] quantity;
        private @Nullable String unit;

        Filling(Map<String, String> key, String currency, Days days) {
            this.key = key;
            this.currency = currency;
            this.days = days;
            this.cost = new BigDecimal[days.count()];
            this.quantity = new double[days.count()];
            Arrays.fill(cost, BigDecimal.ZERO);
        }

        void take(Row row, int keys) {
            int day = (int) ChronoUnit.DAYS.between(days.from(), row.day(keys + 2));
            cost[day] = row.decimal(keys + 3);
            String its = row.textOrNull(keys + 5);
            if (its != null) {
                quantity[day] = row.number(keys + 4);
                unit = unit == null || unit.equals(its) ? its : "";
            }
        }

        KeyedSeries done() {
            String one = unit == null ? "" : unit;
            if (one.isEmpty()) {
                Arrays.fill(quantity, Double.NaN);
            }
            return new KeyedSeries(key, currency, days.from(), cost, quantity, one);
        }
    }
}
