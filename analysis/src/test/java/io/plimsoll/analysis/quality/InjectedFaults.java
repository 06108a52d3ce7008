package io.plimsoll.analysis.quality;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.bench.published.Published;
import io.plimsoll.analysis.bench.published.Score;
import io.plimsoll.analysis.store.Transaction;

/// Breaks clean data in known ways, one fault at a time on many days, and counts what is found and what else is said.
///
/// @param data   what is broken; the benchmark is skipped where that is missing
/// @param faults tried one at a time
/// @param first  day that is broken
/// @param times  days that are
/// @param step   days between them
public record InjectedFaults(String title, Supplier<Path> data, List<Fault> faults, LocalDate first, int times,
        int step) implements Published {
    /// @param days that an event which is of the fault may begin after its day
    record Fault(String name, QualityCheck check, List<String> touched, int days,
            BiConsumer<Transaction, LocalDate> breaks) {
        Fault(String name, QualityCheck check, List<String> touched, BiConsumer<Transaction, LocalDate> breaks) {
            this(name, check, touched, 3, breaks);
        }
    }

    private record Count(int found, int tried, int wrong) {}

    private static final String DAY = "CAST(\"ChargePeriodStart\" AS DATE)";
    private static final String LINE = "hash(file_id, file_line)";
    private static final String ONE_METRIC = "series_id IN (SELECT series_id FROM telemetry_series WHERE metric = "
            + "(SELECT min(metric) FROM telemetry_series WHERE metric LIKE '%memory%'))";
    private static final List<String> CHARGES = List.of("charge", "cube_daily");
    private static final List<Fault> BILL = List.of(
            new Fault("a day dropped", QualityCheck.MISSING, List.of("charge"), (sql, day) -> sql
                    .execute("DELETE FROM charge WHERE " + DAY + " = ?", day)),
            new Fault("two thirds of a day's rows dropped", QualityCheck.VOLUME, List.of("charge"), (sql, day) -> sql
                    .execute("DELETE FROM charge WHERE " + DAY + " = ? AND " + LINE + " % 3 > 0", day)),
            new Fault("ResourceId null in a fifth of a day's rows", QualityCheck.NULLS, List.of("charge"),
                    (sql, day) -> sql.execute("UPDATE charge SET \"ResourceId\" = NULL WHERE " + DAY + " = ? AND "
                            + LINE + " % 5 = 0", day)),
            new Fault("RegionId null for three days", QualityCheck.NULLS, List.of("charge"), (sql, day) -> sql
                    .execute("UPDATE charge SET \"RegionId\" = NULL WHERE " + DAY + " BETWEEN ? AND ?", day,
                            day.plusDays(2))),
            new Fault("SkuId null for a day", QualityCheck.NULLS, List.of("charge"), (sql, day) -> sql
                    .execute("UPDATE charge SET \"SkuId\" = NULL WHERE " + DAY + " = ?", day)),
            new Fault("a day's rows twice", QualityCheck.DUPLICATES, List.of("charge"), (sql, day) -> sql
                    .execute("INSERT INTO charge SELECT * REPLACE (file_line + 1000000 AS file_line) FROM charge WHERE "
                            + DAY + " = ?", day)),
            new Fault("a tenth of a day's rows twice", QualityCheck.DUPLICATES, List.of("charge"), (sql, day) -> sql
                    .execute("INSERT INTO charge SELECT * REPLACE (file_line + 1000000 AS file_line) FROM charge WHERE "
                            + DAY + " = ? AND " + LINE + " % 10 = 0", day)),
            new Fault("quantities 1000 times for two days", QualityCheck.UNITS, List.of("charge"), (sql, day) -> sql
                    .execute(
                            "UPDATE charge SET \"ConsumedQuantity\" = \"ConsumedQuantity\" * 1000, \"PricingQuantity\" = "
                                    + "\"PricingQuantity\" * 1000 WHERE " + DAY + " BETWEEN ? AND ?",
                            day, day.plusDays(1))),
            new Fault("costs 100 times for a day (cents)", QualityCheck.UNITS, List.of("charge"), (sql, day) -> sql
                    .execute(
                            "UPDATE charge SET \"ListCost\" = \"ListCost\" * 100, \"EffectiveCost\" = \"EffectiveCost\" "
                                    + "* 100, \"ContractedCost\" = \"ContractedCost\" * 100 WHERE " + DAY + " = ?",
                            day)));
    private static final String REST_OF_MONTH = " BETWEEN CAST(? AS DATE) AND last_day(CAST(? AS DATE))";
    private static final String ONE_ACCOUNT = "\"SubAccountId\" = (SELECT \"SubAccountId\" FROM kept_charge GROUP BY 1 "
            + "ORDER BY count(*) DESC, 1 LIMIT 1 OFFSET 1)";
    private static final String ONE_BILL = "source = (SELECT source FROM kept_charge GROUP BY 1 ORDER BY count(*), 1 LIMIT 1)";
    private static final List<Fault> CUT = List.of(
            new Fault("export ends early: the rest of the month away", QualityCheck.MISSING, CHARGES, (sql, day) -> {
                sql.execute("DELETE FROM charge WHERE " + DAY + REST_OF_MONTH, day, day);
                sql.execute("DELETE FROM cube_daily WHERE \"ChargeDay\"" + REST_OF_MONTH, day, day);
            }),
            new Fault("the same of one account", QualityCheck.MISSING, CHARGES, (sql, day) -> {
                sql.execute("DELETE FROM charge WHERE " + ONE_ACCOUNT + " AND " + DAY + REST_OF_MONTH, day, day);
                sql.execute("DELETE FROM cube_daily WHERE " + ONE_ACCOUNT + " AND \"ChargeDay\"" + REST_OF_MONTH, day,
                        day);
            }),
            new Fault("file truncated: the last tenth of the month's lines away", QualityCheck.MISSING,
                    List.of("charge"), 31,
                    (sql, day) -> sql.execute("DELETE FROM charge WHERE date_trunc('month', " + DAY + ") = "
                            + "date_trunc('month', CAST(? AS DATE)) AND file_line > (SELECT quantile_disc(file_line, 0.9) "
                            + "FROM kept_charge WHERE date_trunc('month', " + DAY
                            + ") = date_trunc('month', CAST(? AS DATE)))",
                            day, day)));
    private static final List<Fault> STOPPED = List.of(
            new Fault("one account is delivered no more", QualityCheck.STALE, CHARGES, (sql, day) -> {
                sql.execute("DELETE FROM charge WHERE " + ONE_ACCOUNT + " AND " + DAY + " >= ?", day);
                sql.execute("DELETE FROM cube_daily WHERE " + ONE_ACCOUNT + " AND \"ChargeDay\" >= ?", day);
            }),
            new Fault("one provider's bill is delivered no more", QualityCheck.STALE, CHARGES, (sql, day) -> {
                sql.execute("DELETE FROM charge WHERE " + ONE_BILL + " AND " + DAY + " >= ?", day);
                sql.execute("DELETE FROM cube_daily WHERE " + ONE_BILL + " AND \"ChargeDay\" >= ?", day);
            }));
    private static final List<Fault> TELEMETRY = List.of(
            new Fault("all telemetry away for three hours", QualityCheck.SILENCE, List.of("telemetry_sample"),
                    (sql, day) -> sql.execute("DELETE FROM telemetry_sample WHERE time >= ? AND time < ?", at(day, 9),
                            at(day, 12))),
            new Fault("one metric away from noon on", QualityCheck.SILENCE, List.of("telemetry_sample"),
                    (sql, day) -> sql.execute("DELETE FROM telemetry_sample WHERE time >= ? AND " + ONE_METRIC,
                            at(day, 12))),
            new Fault("one metric 1000 times for a day", QualityCheck.UNITS, List.of("telemetry_sample"),
                    (sql, day) -> sql.execute("UPDATE telemetry_sample SET value = value * 1000 WHERE time >= ? AND "
                            + "time < ? AND " + ONE_METRIC, at(day, 0), at(day, 24))),
            new Fault("two of three samples away for a day", QualityCheck.THIN, List.of("telemetry_sample"),
                    (sql, day) -> sql.execute("DELETE FROM telemetry_sample WHERE time >= ? AND time < ? AND "
                            + "minute(time) % 15 > 0", at(day, 0), at(day, 24))));

    public static final List<Published> ALL = List.of(
            new InjectedFaults("cut tails put into the sample case's bill",
                    () -> SampleCase.folder().resolve("billing"),
                    CUT, LocalDate.of(2026, 8, 3), 8, 7),
            new InjectedFaults("cut tails put into the simulated lake's bill",
                    () -> SharedData.path("joint/sim-dev/focus-1.2.csv.gz"), CUT, LocalDate.of(2026, 4, 3), 8, 7),
            new InjectedFaults("stops put into the sample case's bill", () -> SampleCase.folder().resolve("billing"),
                    STOPPED.subList(0, 1), LocalDate.of(2026, 10, 2), 8, 3),
            new InjectedFaults("stops put into the simulated lake's bill",
                    () -> SharedData.path("joint/sim-dev/focus-1.2.csv.gz"), STOPPED, LocalDate.of(2026, 6, 2), 8, 3),
            new InjectedFaults("faults put into the sample case's bill", () -> SampleCase.folder().resolve("billing"),
                    BILL, LocalDate.of(2026, 8, 3), 8, 10),
            new InjectedFaults("faults put into the simulated lake's bill",
                    () -> SharedData.path("joint/sim-dev/focus-1.2.csv.gz"), BILL, LocalDate.of(2026, 4, 3), 8, 10),
            new InjectedFaults("faults put into the sample case's telemetry",
                    () -> SampleCase.folder().resolve("telemetry"), TELEMETRY, LocalDate.of(2026, 10, 20), 3, 3),
            new InjectedFaults("faults put into the simulated lake's telemetry",
                    () -> SharedData.path("joint/sim-dev/telemetry-hourly.csv.gz"), TELEMETRY.subList(0, 3),
                    LocalDate.of(2026, 6, 12), 8, 2));

    @Override
    public List<Score> run(Path folder) {
        try (Loaded loaded = new Loaded(folder.resolve("workspace"), data.get())) {
            int clean = loaded.events().size();
            Map<String, Count> counts = new LinkedHashMap<>();
            faults.forEach(each -> counts.put(each.name, count(loaded, each)));
            counts.forEach((name, count) -> System.out.println(name + ": " + count));
            int tried = faults.size() * times;
            return List.of(
                    Score.plain("share found", counts.values().stream().mapToInt(Count::found).sum() / (double) tried,
                            3)
                            .atLeast(0.9),
                    Score.plain("other events", counts.values().stream().mapToInt(Count::wrong).sum(), 0)
                            .atMost(0.05 * tried),
                    Score.plain("events while it is clean", clean, 0).atMost(0));
        }
    }

    private Count count(Loaded loaded, Fault fault) {
        int found = 0;
        int wrong = 0;
        for (int i = 0; i < times; i++) {
            LocalDate day = first.plusDays((long) i * step);
            List<QualityEvent> events = loaded.eventsAfter(sql -> fault.breaks.accept(sql, day),
                    fault.touched.toArray(String[]::new));
            List<QualityEvent> other = new ArrayList<>(events);
            other.removeIf(
                    each -> !each.until().isBefore(at(day, 0)) && !each.from().isAfter(at(day, 24 * fault.days)));
            found += events.stream().anyMatch(each -> each.check() == fault.check && !other.contains(each)) ? 1 : 0;
            wrong += other.size();
        }
        return new Count(found, times, wrong);
    }

    private static Instant at(LocalDate day, int hour) {
        return Runs.at(day).plus(Duration.ofHours(hour));
    }
}
