package io.plimsoll.analysis.billing.cost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.store.Sql;

/// The statements for one `CostQuery`.
final class CostSql {
    /// The rows under the names that the cube gives to its days.
    private static final String ROWS = "(SELECT rowid AS charge_id, *, CAST(\"ChargePeriodStart\" AS DATE) AS \"ChargeDay\", "
            + "CAST(\"BillingPeriodStart\" AS DATE) AS \"BillingPeriod\" FROM charge)";

    private final CostQuery query;
    private final List<DimensionSql> by;
    private final List<DimensionSql> filtered;
    private final boolean fromCube;
    private final String metric;

    CostSql(CostQuery query, Dimensions dimensions) {
        this.query = query;
        this.by = query.by().stream().map(dimensions::resolve).toList();
        this.filtered = query.filters().stream().map(filter -> dimensions.resolve(filter.dimension())).toList();
        this.fromCube = by.stream().allMatch(DimensionSql::inCube) && filtered.stream().allMatch(DimensionSql::inCube);
        this.metric = "sum(" + Sql.quoted(query.metric().column().focusName()) + ")";
    }

    boolean fromCube() {
        return fromCube;
    }

    /// Columns: currency, the dimensions, period (null without a grain), cost.
    Sql grouped() {
        List<@Nullable Object> bindings = new ArrayList<>();
        String period = switch (query.grain()) {
            case NONE -> "CAST(NULL AS DATE)";
            case DAY -> "\"ChargeDay\"";
            case WEEK, MONTH, QUARTER, YEAR -> "CAST(date_trunc('" + query.grain().name().toLowerCase(Locale.ROOT)
                    + "', \"ChargeDay\") AS DATE)";
        };
        String grouped = "SELECT \"BillingCurrency\" AS currency, " + dimensions() + period + " AS period, coalesce("
                + metric + ", 0) AS cost FROM " + relation() + where(bindings) + " GROUP BY "
                + positions(by.size() + 2);
        String text = query.top() == 0 ? grouped + order("") : topped(grouped, bindings);
        return new Sql(text, bindings);
    }

    private String topped(String grouped, List<@Nullable Object> bindings) {
        bindings.add(query.top());
        String names = "currency"
                + by.stream().map(each -> ", " + Sql.quoted(each.name())).collect(Collectors.joining());
        return "WITH grouped AS (" + grouped + "), ranked AS (SELECT " + names
                + ", row_number() OVER (PARTITION BY currency ORDER BY sum(cost) DESC, " + names
                + ") AS rank FROM grouped GROUP BY " + names + ") SELECT grouped.* FROM grouped JOIN ranked USING ("
                + names + ") WHERE rank <= ?" + order("grouped.");
    }

    private String order(String prefix) {
        return " ORDER BY " + prefix + "currency, " + prefix + "period, " + prefix + "cost DESC"
                + by.stream().map(each -> ", " + prefix + Sql.quoted(each.name())).collect(Collectors.joining());
    }

    /// Columns: currency, total.
    Sql totals() {
        List<@Nullable Object> bindings = new ArrayList<>();
        return new Sql("SELECT \"BillingCurrency\", coalesce(" + metric + ", 0) FROM " + relation() + where(bindings)
                + " GROUP BY 1 ORDER BY 1", bindings);
    }

    /// Columns: currency, BilledCost, and how much of it stands on the bill of another month than that of its charge day.
    Sql billed() {
        List<@Nullable Object> bindings = new ArrayList<>();
        return new Sql(
                "SELECT \"BillingCurrency\", coalesce(sum(\"BilledCost\"), 0), coalesce(sum(\"BilledCost\") FILTER "
                        + "(date_trunc('month', \"ChargeDay\") <> date_trunc('month', \"BillingPeriod\")), 0) FROM "
                        + relation()
                        + where(bindings) + " GROUP BY 1 ORDER BY 1",
                bindings);
    }

    /// Columns: currency, the dimensions, day, cost, quantity, unit; the unit is empty where the quantity means nothing.
    Sql daily() {
        List<@Nullable Object> bindings = new ArrayList<>();
        String unit = fromCube
                ? "\"ConsumedUnit\""
                : "CASE WHEN \"ConsumedQuantity\" IS NOT NULL THEN coalesce(\"ConsumedUnit\", '') END";
        String single = "CASE WHEN min(" + unit + ") = max(" + unit + ") THEN ";
        String text = "SELECT \"BillingCurrency\", " + dimensions() + "\"ChargeDay\", coalesce(" + metric + ", 0), "
                + "CAST(" + single + "sum(\"ConsumedQuantity\") END AS DOUBLE), CASE WHEN count(" + unit
                + ") > 0 THEN coalesce(" + single + "min(" + unit + ") END, '') END FROM " + relation()
                + where(bindings)
                + " GROUP BY " + positions(by.size() + 2) + " ORDER BY " + positions(by.size() + 2);
        return new Sql(text, bindings);
    }

    /// A page of the charges themselves, with the file they come from, the largest amounts first. Which charges these are is found
    /// first, by few columns; only their rows are read whole.
    Sql rows(long offset, int limit) {
        List<@Nullable Object> bindings = new ArrayList<>();
        String conditions = new CostSql(query, by, filtered, metric).where(bindings);
        String order = " ORDER BY abs(" + Sql.quoted(query.metric().column().focusName())
                + ") DESC NULLS LAST, file_id, file_line";
        bindings.add(offset);
        bindings.add(limit);
        return new Sql(
                "SELECT file AS \"File\", file_line AS \"Line\", r.* EXCLUDE (file_id, file_line) FROM (SELECT * "
                        + "FROM charge WHERE rowid IN (SELECT charge_id FROM " + ROWS + conditions + order
                        + " OFFSET ? LIMIT ?)) r JOIN billing_file USING (file_id)" + order,
                bindings);
    }

    /// All charges with the file they come from, the largest amounts first.
    Sql charges() {
        List<@Nullable Object> bindings = new ArrayList<>();
        String conditions = new CostSql(query, by, filtered, metric).where(bindings);
        return new Sql("SELECT file AS \"File\", file_line AS \"Line\", * EXCLUDE (file, file_id, file_line, charge_id) FROM "
                + ROWS + " JOIN (SELECT file_id, file FROM billing_file) USING (file_id)" + conditions
                + " ORDER BY abs(" + Sql.quoted(query.metric().column().focusName()) + ") DESC NULLS LAST, file, file_line",
                bindings);
    }

    /// One row: how many charges there are.
    Sql rowCount() {
        List<@Nullable Object> bindings = new ArrayList<>();
        String conditions = new CostSql(query, by, filtered, metric).where(bindings);
        return new Sql("SELECT count(*) FROM " + ROWS + conditions, bindings);
    }

    /// The same question put to the rows, whatever the cube has.
    private CostSql(CostQuery query, List<DimensionSql> by, List<DimensionSql> filtered, String metric) {
        this.query = query;
        this.by = by;
        this.filtered = filtered;
        this.fromCube = false;
        this.metric = metric;
    }

    private String relation() {
        return fromCube ? "cube_daily" : ROWS;
    }

    private String dimensions() {
        return by.stream().map(each -> each.over(fromCube) + " AS " + Sql.quoted(each.name()) + ", ")
                .collect(Collectors.joining());
    }

    private String where(List<@Nullable Object> bindings) {
        List<String> conditions = new ArrayList<>();
        LocalDate from = query.from();
        if (from != null) {
            // The engine skips rows by their stored time, not by a day made of it.
            conditions.add(fromCube ? "\"ChargeDay\" >= ?" : "\"ChargePeriodStart\" >= ?");
            bindings.add(fromCube ? from : from.atStartOfDay());
        }
        LocalDate to = query.to();
        if (to != null) {
            conditions.add(fromCube ? "\"ChargeDay\" <= ?" : "\"ChargePeriodStart\" < ?");
            bindings.add(fromCube ? to : to.plusDays(1).atStartOfDay());
        }
        for (int i = 0; i < filtered.size(); i++) {
            CostFilter filter = query.filters().get(i);
            String marks = filter.values().stream().map(value -> "?").collect(Collectors.joining(", "));
            conditions.add(filter.values().isEmpty()
                    ? (filter.exclude() ? "TRUE" : "FALSE")
                    : filtered.get(i).over(fromCube) + (filter.exclude() ? " NOT IN (" : " IN (") + marks + ")");
            bindings.addAll(filter.values());
        }
        if (query.usageOnly()) {
            conditions.add("\"ChargeCategory\" = 'Usage' AND \"ChargeClass\" IS NULL");
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static String positions(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }
}
