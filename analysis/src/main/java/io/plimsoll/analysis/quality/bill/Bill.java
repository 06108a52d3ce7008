package io.plimsoll.analysis.quality.bill;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The daily usage of one account's bill by day and meter.
final class Bill {
    final String source;
    final String account;
    final LocalDate first;
    final int days;
    final Map<Cell, CellDays> cells = new LinkedHashMap<>();
    /// Rows a day of each account and each service.
    final Map<Part, int[]> parts = new LinkedHashMap<>();

    /// @param meter `SkuId`, or empty for those that are rare
    record Cell(String service, String meter) {}

    /// @param dimension `SubAccountId` or `ServiceName`
    record Part(String dimension, String value) {
        boolean isAccount() {
            return dimension.equals("SubAccountId");
        }
    }

    /// Each array has one entry a day.
    static final class CellDays {
        final int[] rows;
        final int[] repeated;
        final double[] cost;
        final double[] quantity;
        final String[] unit;
        final int[][] nulls;

        CellDays(int days) {
            rows = new int[days];
            repeated = new int[days];
            cost = new double[days];
            quantity = new double[days];
            unit = new String[days];
            Arrays.fill(unit, "");
            nulls = new int[BillColumn.values().length][days];
        }
    }

    Bill(String source, String account, LocalDate first, LocalDate last) {
        this.source = source;
        this.account = account;
        this.first = first;
        this.days = (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    LocalDate day(int index) {
        return first.plusDays(index);
    }

    /// The key of its events.
    Map<String, String> key() {
        return Map.of("dataset", name());
    }

    /// `bill aws 1234`
    String name() {
        return ("bill " + source + " " + account).strip();
    }

    double[] rows() {
        double[] rows = new double[days];
        cells.values().forEach(cell -> add(rows, cell.rows));
        return rows;
    }

    double[] repeated() {
        double[] repeated = new double[days];
        cells.values().forEach(cell -> add(repeated, cell.repeated));
        return repeated;
    }

    /// List cost where there is one; for statistics only.
    double[] cost() {
        double[] cost = new double[days];
        for (CellDays cell : cells.values()) {
            for (int day = 0; day < days; day++) {
                cost[day] += cell.cost[day];
            }
        }
        return cost;
    }

    private static void add(double[] sum, int[] values) {
        for (int day = 0; day < sum.length; day++) {
            sum[day] += values[day];
        }
    }
}
