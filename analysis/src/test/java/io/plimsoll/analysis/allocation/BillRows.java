package io.plimsoll.analysis.allocation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.unit.Days;

/// Adds up a FOCUS file by itself, without anything of the program under test.
final class BillRows {
    private final List<Map<String, String>> rows;

    BillRows(Path file) {
        try {
            this.rows = SharedData.csv(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isMachine(Map<String, String> row) {
        return row.getOrDefault("ServiceCategory", "").equals("Compute")
                && row.getOrDefault("ServiceSubcategory", "").equals("Virtual Machines")
                && row.getOrDefault("ChargeCategory", "").equals("Usage")
                && !row.getOrDefault("CommitmentDiscountStatus", "").equals("Unused");
    }

    BigDecimal sum(String column, Days days, Predicate<Map<String, String>> wanted) {
        return rows.stream().filter(row -> days.contains(day(row))).filter(wanted)
                .map(row -> new BigDecimal(row.getOrDefault(column, "0"))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Effective cost by `id day`.
    Map<String, BigDecimal> byResourceAndDay(Days days, Predicate<Map<String, String>> wanted) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.stream().filter(row -> days.contains(day(row))).filter(wanted).forEach(
                row -> sums.merge(row.getOrDefault("ResourceId", "") + " " + day(row),
                        new BigDecimal(row.getOrDefault("EffectiveCost", "0")), BigDecimal::add));
        return sums;
    }

    BigDecimal named(String resourceName, Days days) {
        return sum("EffectiveCost", days, row -> isMachine(row)
                && row.getOrDefault("ResourceName", "").equals(resourceName));
    }

    private static LocalDate day(Map<String, String> row) {
        return LocalDate.parse(row.getOrDefault("ChargePeriodStart", "").substring(0, 10));
    }
}
