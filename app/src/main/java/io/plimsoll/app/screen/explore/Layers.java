package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;

/// Cost over time, a layer a group and one for all other groups. Decimals of one currency.
///
/// @param steps          first days of the steps, all that lie in the period up to the last loaded day
/// @param layers         the costliest first
/// @param others         what is left of each step's total; null if nothing is
/// @param fromCube       whether the daily cube answered; otherwise the charges did
/// @param sql            as it ran
/// @param incompleteFrom first step of which not all charges have arrived, or null
record Layers(List<LocalDate> steps, List<Layer> layers, @Nullable Layer others, boolean fromCube, String sql,
        @Nullable LocalDate incompleteFrom) {
    /// @param value the group's value, an empty text for charges without one
    /// @param costs one a step
    @SuppressWarnings("ArrayRecordComponent") // Handed over, not copied.
    record Layer(String value, BigDecimal[] costs) {}

    /// @param grouped by one dimension, or by none, a row a step
    /// @param totals  of everything, a row a step
    /// @param days    every day that is to lie in a step
    static Layers of(CostTable grouped, CostTable totals, CostQuery.Grain grain, List<LocalDate> days) {
        TreeSet<LocalDate> steps = new TreeSet<>();
        days.forEach(day -> steps.add(grain.start(day)));
        List<LocalDate> axis = List.copyOf(steps);
        Map<String, BigDecimal[]> layers = new LinkedHashMap<>();
        for (CostTable.Row row : grouped.rows()) {
            String value = row.key().isEmpty() ? "" : row.key().values().iterator().next();
            add(layers.computeIfAbsent(value, each -> zeros(axis.size())), axis, row, grain);
        }
        BigDecimal[] left = zeros(axis.size());
        totals.rows().forEach(row -> add(left, axis, row, grain));
        layers.values().forEach(layer -> Arrays.setAll(left, i -> left[i].subtract(layer[i])));
        List<Layer> sorted = new ArrayList<>();
        layers.forEach((value, costs) -> sorted.add(new Layer(value, costs)));
        sorted.sort((a, b) -> sum(b.costs()).compareTo(sum(a.costs())));
        boolean rest = Arrays.stream(left).anyMatch(each -> each.signum() != 0);
        LocalDate incomplete = grouped.incompleteFrom();
        return new Layers(axis, List.copyOf(sorted), rest ? new Layer("", left) : null,
                grouped.fromCube(), grouped.sql(),
                incomplete == null ? null : grain.start(incomplete));
    }

    /// Of all layers over the steps from `from` to `to`, both included.
    BigDecimal sum(int from, int to) {
        BigDecimal sum = BigDecimal.ZERO;
        List<Layer> all = new ArrayList<>(layers);
        if (others != null) {
            all.add(others);
        }
        for (Layer layer : all) {
            for (int i = from; i <= to; i++) {
                sum = sum.add(layer.costs()[i]);
            }
        }
        return sum;
    }

    static BigDecimal sum(BigDecimal[] costs) {
        return Arrays.stream(costs).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void add(BigDecimal[] costs, List<LocalDate> axis, CostTable.Row row, CostQuery.Grain grain) {
        LocalDate period = row.period();
        int at = period == null ? -1 : axis.indexOf(grain.start(period));
        if (at >= 0) {
            costs[at] = costs[at].add(row.cost());
        }
    }

    private static BigDecimal[] zeros(int length) {
        BigDecimal[] zeros = new BigDecimal[length];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }
}
