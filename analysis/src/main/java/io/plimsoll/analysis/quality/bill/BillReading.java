package io.plimsoll.analysis.quality.bill;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Reads bills one account after the other, with one pass over the charges.
final class BillReading {
    private static final int FIRST_NULL = 11;
    private static final LocalDate[] NEVER = {LocalDate.EPOCH, LocalDate.EPOCH};

    private final Map<String, LocalDate[]> ends = new HashMap<>();
    private final Map<String, Map<Bill.Part, int[]>> parts = new HashMap<>();
    private final Consumer<Bill> consumer;
    private @Nullable Bill bill;

    private BillReading(Consumer<Bill> consumer) {
        this.consumer = consumer;
    }

    static void each(Database database, Consumer<Bill> consumer, Cancellation cancellation) {
        BillReading reading = new BillReading(consumer);
        database.each(
                Sql.of("SELECT source, \"BillingAccountId\", min(\"ChargeDay\"), max(\"ChargeDay\") FROM cube_daily "
                        + "WHERE \"ChargeCategory\" = 'Usage' AND \"ChargeClass\" IS NULL GROUP BY 1, 2"),
                row -> reading.ends.put(row.text(1) + "\n" + row.text(2), new LocalDate[]{row.day(3), row.day(4)}),
                cancellation);
        if (reading.ends.isEmpty()) {
            return;
        }
        database.each(Sql.resource(BillReading.class, "parts.sql"), reading::part, cancellation);
        database.each(Sql.resource(BillReading.class, "days.sql"), reading::row, cancellation);
        if (reading.bill != null) {
            consumer.accept(reading.bill);
        }
    }

    private void part(Row row) {
        String bill = row.text(1) + "\n" + row.text(2);
        LocalDate[] days = ends.getOrDefault(bill, NEVER);
        int length = (int) days[0].until(days[1], ChronoUnit.DAYS) + 1;
        int day = (int) days[0].until(row.day(5), ChronoUnit.DAYS);
        if (day >= 0 && day < length) {
            parts.computeIfAbsent(bill, each -> new LinkedHashMap<>())
                    .computeIfAbsent(new Bill.Part(row.text(3), row.text(4)), part -> new int[length])[day] = (int) row
                            .whole(6);
        }
    }

    private void row(Row row) {
        Bill into = bill(row.text(1), row.text(2));
        int day = (int) into.first.until(row.day(3), ChronoUnit.DAYS);
        if (day < 0 || day >= into.days) {
            return;
        }
        Bill.CellDays cell = into.cells.computeIfAbsent(new Bill.Cell(row.text(4), row.text(5)),
                each -> new Bill.CellDays(into.days));
        cell.rows[day] = (int) row.whole(6);
        cell.repeated[day] = (int) row.whole(7);
        cell.cost[day] = row.number(8);
        cell.quantity[day] = row.number(9);
        cell.unit[day] = row.text(10);
        for (int column = 0; column < cell.nulls.length; column++) {
            cell.nulls[column][day] = (int) row.whole(FIRST_NULL + column);
        }
    }

    private Bill bill(String source, String account) {
        Bill now = bill;
        if (now == null || !now.source.equals(source) || !now.account.equals(account)) {
            if (now != null) {
                consumer.accept(now);
            }
            LocalDate[] days = ends.getOrDefault(source + "\n" + account, NEVER);
            now = new Bill(source, account, days[0], days[1]);
            now.parts.putAll(parts.getOrDefault(source + "\n" + account, Map.of()));
            bill = now;
        }
        return now;
    }

}
