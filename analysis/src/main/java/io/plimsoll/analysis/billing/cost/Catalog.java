package io.plimsoll.analysis.billing.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.BillingSummary;
import io.plimsoll.analysis.billing.CostTotals;
import io.plimsoll.analysis.billing.Dimension;
import io.plimsoll.analysis.billing.LoadedFile;
import io.plimsoll.analysis.billing.MeteredUse;
import io.plimsoll.analysis.billing.ResourceCost;
import io.plimsoll.analysis.billing.ResourceFilter;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.TablePage;

/// Says what is loaded: dimensions, files, rejects, resources.
public final class Catalog {
    private final Database database;

    public Catalog(Database database) {
        this.database = database;
    }

    /// As `Billing.dimensions`.
    public List<Dimension> dimensions() {
        return new Dimensions(database).present();
    }

    /// As `Billing.values`.
    public List<String> values(String dimension, int limit) {
        DimensionSql sql = new Dimensions(database).resolve(dimension);
        String from = sql.inCube()
                ? "cube_daily"
                : "(SELECT *, CAST(\"BillingPeriodStart\" AS DATE) AS \"BillingPeriod\", 1 AS row_count FROM charge)";
        return database.query(Sql.of("SELECT " + sql.over(sql.inCube()) + " FROM " + from
                + " GROUP BY 1 ORDER BY sum(row_count) DESC, 1 LIMIT ?", limit), row -> row.text(1));
    }

    /// As `Billing.span`.
    public Optional<BillingSpan> span() {
        return new Spans(database).span();
    }

    /// As `Billing.summary`.
    public BillingSummary summary() {
        List<String> currencies = database.query(Sql.of("SELECT \"BillingCurrency\" FROM cube_daily GROUP BY 1 "
                + "ORDER BY sum(row_count) DESC, 1"), row -> row.text(1));
        return database.single(Sql.of("SELECT (SELECT coalesce(sum(row_count), 0) FROM cube_daily), "
                + "(SELECT count(DISTINCT file_id) FROM charge), (SELECT count(*) FROM billing_reject)"),
                row -> new BillingSummary(row.whole(1), currencies, row.whole(2), row.whole(3),
                        span().map(BillingSpan::lastComplete).orElse(null)));
    }

    /// As `Billing.rejects`.
    public TablePage rejects(long offset, int limit) {
        return database
                .page(Sql.of("SELECT file, line, reason, raw FROM billing_reject JOIN billing_file USING (file_id) "
                        + "ORDER BY file_id, line"), offset, limit);
    }

    /// As `Billing.imports`.
    public List<LoadedFile> files() {
        Map<Long, Map<String, CostTotals>> totals = totals();
        return database.query(Sql.resource(Catalog.class, "files.sql"),
                row -> new LoadedFile(row.whole(2), row.time(3), row.text(4), row.text(5), row.text(6), row.text(7),
                        row.whole(8), row.whole(9),
                        row.value(12) == null ? null : new Days(row.day(12), row.day(13)), row.whole(10),
                        totals.getOrDefault(row.whole(1), Map.of()),
                        List.of(JsonMapper.shared().readValue(row.text(11), String[].class))));
    }

    private Map<Long, Map<String, CostTotals>> totals() {
        Map<Long, Map<String, CostTotals>> totals = new LinkedHashMap<>();
        database.each(Sql.of("SELECT file_id, \"BillingCurrency\", max(exact) FILTER (metric = 'billed'), "
                + "max(exact) FILTER (metric = 'effective'), max(exact) FILTER (metric = 'list'), "
                + "max(exact) FILTER (metric = 'contracted') FROM billing_control_total GROUP BY 1, 2 ORDER BY 1, 2"),
                row -> totals.computeIfAbsent(row.whole(1), file -> new LinkedHashMap<>()).put(row.text(2),
                        new CostTotals(new BigDecimal(row.text(3)), new BigDecimal(row.text(4)),
                                new BigDecimal(row.text(5)), new BigDecimal(row.text(6)))),
                Cancellation.never());
        return totals;
    }

    /// As `Billing.resources`.
    public List<ResourceCost> resources(Days days, Cancellation cancellation) {
        return resources(Sql.resource(Catalog.class, "resources.sql", days.from(), days.to().plusDays(1)),
                cancellation);
    }

    /// As `Billing.resources`.
    public List<ResourceCost> resources(Days days, ResourceFilter filter, Cancellation cancellation) {
        String which = Sql.text(Catalog.class, "ownable-resources.sql").strip() + "\n";
        String text = Sql.text(Catalog.class, "resources.sql").replace("ORDER BY effective",
                which + "ORDER BY effective");
        return resources(Sql.of(text, days.from(), days.to().plusDays(1), filter.tagKeys(),
                String.join("\n", filter.ids()), String.join("\n", filter.ends())), cancellation);
    }

    private List<ResourceCost> resources(Sql sql, Cancellation cancellation) {
        List<ResourceCost> resources = new ArrayList<>();
        database.each(sql,
                row -> resources.add(new ResourceCost(row.text(1), row.text(3), row.text(4), row.text(5), row.text(6),
                        row.text(7), row.text(8), row.text(9), row.text(2), row.decimal(10), row.day(11), row.day(12),
                        tags(row.text(13)))),
                cancellation);
        return resources;
    }

    /// As `Billing.meters`.
    public List<MeteredUse> meters(Days days, Cancellation cancellation) {
        List<MeteredUse> meters = new ArrayList<>();
        database.each(Sql.resource(Catalog.class, "meters.sql", days.from(), days.to().plusDays(1)),
                row -> meters.add(new MeteredUse(row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                        row.text(6), row.text(7), row.text(8), row.text(9), row.text(10), row.text(11),
                        row.decimal(12), row.decimal(13), row.text(14), row.whole(15), row.whole(16), row.day(17),
                        row.day(18), tags(row.text(19)))),
                cancellation);
        return meters;
    }

    static Map<String, String> tags(String json) {
        Map<String, String> tags = new LinkedHashMap<>();
        JsonMapper.shared().readTree(json).properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asString("")));
        return tags;
    }
}
