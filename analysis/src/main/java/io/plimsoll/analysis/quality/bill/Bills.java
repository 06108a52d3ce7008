package io.plimsoll.analysis.quality.bill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.plimsoll.analysis.quality.DatasetHealth;
import io.plimsoll.analysis.quality.Freshness;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.analysis.quality.Runs;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Judges every account's bill. One pass over the charges.
public final class Bills {
    /// A new check is a class and a line here.
    private static final List<BillCheck> CHECKS = List.of(new VolumeCheck(), new DuplicateCheck(), new NullCheck(),
            new UnitCheck(), new PartCheck());

    private Bills() {
    }

    /// @param ages   filled with the freshness of each bill
    /// @param result called with each bill and what is wrong with it
    public static void each(Database database, Map<String, Freshness.Age> ages,
            BiConsumer<DatasetHealth, List<QualityEvent>> result, Cancellation cancellation) {
        Map<String, Freshness.Age> known = ages(database);
        BillReading.each(database, bill -> {
            Volume volume = new Volume(bill.rows(), bill.cost());
            Freshness.Age age = known.getOrDefault(bill.source + "\n" + bill.account, Freshness.Age.UNKNOWN);
            ages.put(bill.name(), age);
            List<QualityEvent> events = CHECKS.stream().flatMap(check -> check.of(bill, volume).stream()).toList();
            result.accept(new BillHealth(bill, volume).of(age), withoutEchoes(events));
        }, cancellation);
    }

    /// A file that holds rows twice also raises the volume: told once.
    private static List<QualityEvent> withoutEchoes(List<QualityEvent> events) {
        return events.stream().filter(each -> !each.metric().equals("rows a day") || !each.up()
                || events.stream().noneMatch(other -> other.metric().equals("share of repeated rows")
                        && !other.until().isBefore(each.from()) && !other.from().isAfter(each.until())))
                .toList();
    }

    private static Map<String, Freshness.Age> ages(Database database) {
        Map<String, List<Instant>> imported = new HashMap<>();
        Map<String, List<Instant>> newest = new HashMap<>();
        database.query(Sql.of("SELECT source, account, imported, newest_day FROM quality_import ORDER BY import_id"),
                row -> imported.computeIfAbsent(row.text(1) + "\n" + row.text(2), key -> new ArrayList<>())
                        .add(row.time(3))
                        & newest.computeIfAbsent(row.text(1) + "\n" + row.text(2), key -> new ArrayList<>())
                                .add(Runs.at(row.day(4))));
        Map<String, Freshness.Age> ages = new HashMap<>();
        imported.forEach((key, times) -> ages.put(key, Freshness.Age.of(times, newest.getOrDefault(key, times))));
        return ages;
    }
}
