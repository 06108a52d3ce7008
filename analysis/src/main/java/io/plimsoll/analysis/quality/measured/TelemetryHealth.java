package io.plimsoll.analysis.quality.measured;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.quality.DatasetHealth;
import io.plimsoll.analysis.quality.Freshness;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.ClockChange;

/// Judges the telemetry of the workspace, metric by metric, from counts by the hour and quantiles by the day.
public final class TelemetryHealth {
    private static final double UNIT = 100;
    private static final double ROUND = 0.999;

    private final Database database;
    private final Cancellation cancellation;
    private final List<DatasetHealth> datasets = new ArrayList<>();
    private final List<QualityEvent> events = new ArrayList<>();

    public TelemetryHealth(Database database, Cancellation cancellation) {
        this.database = database;
        this.cancellation = cancellation;
    }

    public List<DatasetHealth> datasets() {
        return datasets;
    }

    public List<QualityEvent> events() {
        return events;
    }

    /// @param ages filled with the freshness of each metric
    public TelemetryHealth read(Map<String, Freshness.Age> ages) {
        List<Instant> ends = new ArrayList<>();
        database.each(Sql.of("SELECT min(time), max(time) FROM telemetry_sample HAVING count(*) > 0"),
                row -> ends.addAll(List.of(row.time(1), row.time(2))), cancellation);
        if (ends.isEmpty()) {
            return this;
        }
        Instant first = ends.getFirst().truncatedTo(ChronoUnit.HOURS);
        // The hour that has just begun is not whole.
        int hours = (int) Duration.between(first, ends.getLast()).toHours() + 1;
        Freshness.Age age = age();
        Map<String, List<Hours>> byMetric = hours(first, hours);
        List<Hours> all = byMetric.values().stream().flatMap(List::stream).toList();
        byMetric.forEach((metric, parts) -> {
            ages.put("telemetry " + metric, age);
            datasets.add(health(metric, parts, age));
        });
        if (hours > 1) {
            List<ZoneId> zones = rejectedTwice();
            Silence.of(all, lastWhole(ends.getLast(), hours)).stream()
                    .filter(each -> zones.stream()
                            .noneMatch(zone -> ClockChange.within(zone, each.from(), each.until())))
                    .forEach(events::add);
            all.forEach(each -> events.addAll(Thinning.of(each, lastWhole(ends.getLast(), hours) + 1)));
        }
        units(first, ends.getLast());
        return this;
    }

    /// The zones of which an import rejected hours that clocks made twice: nobody was silent in those.
    private List<ZoneId> rejectedTwice() {
        List<ZoneId> zones = new ArrayList<>();
        database.each(Sql.of("SELECT DISTINCT reason FROM telemetry_reject"),
                row -> ClockChange.zone(row.text(1)).ifPresent(zones::add), cancellation);
        return zones;
    }

    private static int lastWhole(Instant last, int hours) {
        boolean whole = last.atZone(ZoneOffset.UTC).getMinute() >= 50 || hours < 2;
        return whole ? hours - 1 : hours - 2;
    }

    private Map<String, List<Hours>> hours(Instant first, int length) {
        Map<String, List<Hours>> byMetric = new TreeMap<>();
        Map<List<String>, Hours> known = new HashMap<>();
        database.each(Sql.resource(TelemetryHealth.class, "hours.sql"), row -> {
            Hours hours = known.computeIfAbsent(List.of(row.text(1), row.text(2), row.text(3)), key -> {
                Hours made = new Hours(key.get(0), key.get(1), key.get(2), first, length);
                byMetric.computeIfAbsent(key.get(0), metric -> new ArrayList<>()).add(made);
                return made;
            });
            int hour = (int) Duration.between(first, row.time(4)).toHours();
            hours.series()[hour] = (int) row.whole(5);
            hours.samples()[hour] = row.whole(6);
        }, cancellation);
        return byMetric;
    }

    private DatasetHealth health(String metric, List<Hours> parts, Freshness.Age age) {
        int from = parts.stream().mapToInt(Hours::firstHour).min().orElse(0);
        int to = parts.stream().mapToInt(Hours::lastHour).max().orElse(0);
        long samples = parts.stream().mapToLong(each -> Arrays.stream(each.samples()).sum()).sum();
        double[] days = new double[(to - from) / 24 + 1];
        for (Hours each : parts) {
            for (int hour = from; hour <= to; hour++) {
                days[(hour - from) / 24] += each.samples()[hour];
            }
        }
        double[] whole = days.length > 2 ? Arrays.copyOf(days, days.length - 1) : days;
        long series = parts.stream().mapToLong(each -> Arrays.stream(each.series()).max().orElse(0)).sum();
        return new DatasetHealth("telemetry " + metric, "telemetry", parts.getFirst().at(from),
                parts.getFirst().at(to), parts.getFirst().at(to), age.imported(), age.usualDays(),
                Arrays.stream(days).filter(each -> each > 0).count() / (double) days.length, samples,
                Robust.median(Arrays.copyOfRange(whole, Math.max(0, whole.length - 28), whole.length)), series,
                List.of(), List.of());
    }

    private Freshness.Age age() {
        List<Instant> imported = new ArrayList<>();
        List<Instant> newest = new ArrayList<>();
        database.query(
                Sql.of("SELECT imported, max(last_time) FROM telemetry_import JOIN telemetry_file USING (import_id) "
                        + "WHERE last_time IS NOT NULL GROUP BY import_id, imported ORDER BY import_id"),
                row -> imported.add(row.time(1)) & newest.add(row.time(2)));
        return Freshness.Age.of(imported, newest);
    }

    private void units(Instant from, Instant to) {
        LocalDate first = from.atZone(ZoneOffset.UTC).toLocalDate();
        int days = (int) first.until(to.atZone(ZoneOffset.UTC).toLocalDate(), ChronoUnit.DAYS) + 1;
        Map<List<String>, List<double[]>> quantiles = new LinkedHashMap<>();
        database.each(Sql.resource(TelemetryHealth.class, "days.sql"), row -> {
            List<double[]> each = quantiles.computeIfAbsent(List.of(row.text(1), row.text(2), row.text(3)),
                    key -> List.of(unknown(days), unknown(days), unknown(days)));
            int day = (int) first.until(row.day(4), ChronoUnit.DAYS);
            for (int i = 0; i < each.size(); i++) {
                each.get(i)[day] = row.number(5 + i);
            }
        }, cancellation);
        quantiles.forEach((key, values) -> {
            Hours named = new Hours(key.get(0), key.get(1), key.get(2), from, 1);
            events.addAll(DailyNumbers.units(named.key(), named.metric() + named.where(), first, values,
                    UNIT * ROUND, days));
        });
    }

    private static double[] unknown(int days) {
        double[] values = new double[days];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
