package io.plimsoll.analysis.quality.measured;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.quality.DatasetHealth;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.analysis.quality.Runs;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// The tables beside the bill: unit drivers are judged day by day; of invoices, prices and rates only the freshness is known.
public final class TableHealth {
    private static final double UNIT = 50;

    private final List<DatasetHealth> datasets = new ArrayList<>();
    private final List<QualityEvent> events = new ArrayList<>();

    public List<DatasetHealth> datasets() {
        return datasets;
    }

    public List<QualityEvent> events() {
        return events;
    }

    public TableHealth read(Database database, Cancellation cancellation) {
        database.each(Sql.resource(TableHealth.class, "tables.sql"), row -> datasets.add(new DatasetHealth(row.text(1),
                row.text(1).split(" ", 2)[0], Runs.at(row.day(2)), Runs.at(row.day(3)), Runs.at(row.day(3)),
                row.time(4), Double.NaN, Double.NaN, row.whole(5), Double.NaN, row.whole(6), List.of(), List.of())),
                cancellation);
        drivers(database, cancellation);
        return this;
    }

    private void drivers(Database database, Cancellation cancellation) {
        Map<List<String>, TreeMap<LocalDate, Double>> values = new LinkedHashMap<>();
        database.each(Sql.of("SELECT driver, scope, driver_date, CAST(quantity AS DOUBLE) FROM driver_quantity "
                + "ORDER BY 1, 2, 3"),
                row -> values.computeIfAbsent(List.of(row.text(1), row.text(2)), key -> new TreeMap<>())
                        .put(row.day(3), row.number(4)),
                cancellation);
        values.forEach((name, byDay) -> {
            LocalDate first = byDay.firstKey();
            double[] days = new double[(int) first.until(byDay.lastKey(), ChronoUnit.DAYS) + 1];
            Arrays.fill(days, Double.NaN);
            byDay.forEach((day, value) -> days[(int) first.until(day, ChronoUnit.DAYS)] = value);
            String title = ("driver " + name.get(0) + " " + name.get(1)).strip();
            Map<String, String> key = Map.of("dataset", title);
            events.addAll(DailyNumbers.missing(key, title, first, days));
            events.addAll(DailyNumbers.units(key, title, first, List.of(days), UNIT, days.length));
        });
    }
}
