package io.plimsoll.analysis.quality.lag;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

import io.plimsoll.analysis.quality.ServiceLag;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;

/// Learns how long each service's days take to settle from what imports kept of them.
///
/// A day's final cost is that of the last import that covers it, if the day was at least seven days old then; every earlier import is a
/// look at the day. Days are settled within 1 % of the final cost. A service needs fourteen looks, and two imports.
public final class Lags {
    static final int LONGEST = 45;
    private static final int FINAL_AGE = 7;
    private static final int FEWEST = 14;
    private static final double CLOSE = 0.01;

    private record Import(long id, LocalDate first, LocalDate newest) {}

    private record Bill(String source, String account) {}

    private record Kept(Bill bill, String service, String currency, LocalDate day) {}

    private Lags() {
    }

    /// By service, the whole bill first; empty where no period was loaded twice.
    public static List<ServiceLag> of(Database database) {
        Map<Bill, List<Import>> imports = new HashMap<>();
        database.query(Sql.of("SELECT source, account, import_id, first_day, newest_day FROM quality_import "
                + "ORDER BY import_id"),
                row -> imports.computeIfAbsent(new Bill(row.text(1), row.text(2)), bill -> new ArrayList<>())
                        .add(new Import(row.whole(3), row.day(4), row.day(5))));
        Map<String, Settling> settling = new TreeMap<>();
        learn(database, imports, "whole.sql", settling);
        learn(database, imports, "services.sql", settling);
        return settling.entrySet().stream().filter(each -> each.getValue().looks() >= FEWEST)
                .map(each -> lag(each.getKey(), each.getValue())).sorted(Comparator.comparing(ServiceLag::service))
                .toList();
    }

    private static ServiceLag lag(String service, Settling settling) {
        OptionalInt median = settling.age(0.5);
        return new ServiceLag(service, median.orElse(LONGEST), settling.age(0.9).orElse(LONGEST), settling.looks());
    }

    private static void learn(Database database, Map<Bill, List<Import>> imports, String statement,
            Map<String, Settling> settling) {
        Map<Kept, TreeMap<Long, Double>> costs = new HashMap<>();
        database.query(Sql.resource(Lags.class, statement), row -> costs
                .computeIfAbsent(new Kept(new Bill(row.text(1), row.text(2)), row.text(3), row.text(4), row.day(5)),
                        kept -> new TreeMap<>())
                .put(row.whole(6), row.number(7)));
        costs.forEach((kept, byImport) -> look(kept, byImport, imports.getOrDefault(kept.bill, List.of()),
                settling.computeIfAbsent(kept.service, each -> new Settling())));
    }

    private static void look(Kept kept, TreeMap<Long, Double> byImport, List<Import> imports, Settling settling) {
        List<Import> covering = imports.stream()
                .filter(each -> !kept.day.isBefore(each.first) && !kept.day.isAfter(each.newest)).toList();
        if (covering.size() < 2 || age(kept.day, covering.getLast()) < FINAL_AGE) {
            return;
        }
        double end = byImport.lastEntry().getValue();
        for (Import each : covering.subList(0, covering.size() - 1)) {
            Map.Entry<Long, Double> known = byImport.floorEntry(each.id);
            double cost = known == null ? 0 : known.getValue();
            settling.add(age(kept.day, each), Math.abs(cost - end) <= CLOSE * Math.abs(end));
        }
    }

    private static int age(LocalDate day, Import at) {
        return (int) Math.min(LONGEST, ChronoUnit.DAYS.between(day, at.newest));
    }
}
