package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.app.control.Grain;

/// Cost over time, a layer a group and one for all other groups. Decimals of one currency.
///
/// @param steps          first days of the steps, all that lie in the period up to the last loaded day
/// @param layers         the costliest first
/// @param others         what is left of each step's total; null if nothing is
/// @param incompleteFrom first step of which not all charges have arrived, or null
record Layers(List<LocalDate> steps, List<Layer> layers, @Nullable Layer others, @Nullable LocalDate incompleteFrom) {
    /// @param value the group's value, an empty text for charges without one
    /// @param costs one a step
    @SuppressWarnings("ArrayRecordComponent") // Handed over, not copied.
    record Layer(String value, BigDecimal[] costs) {}

    /// The step in which a day lies: weeks start on Monday.
    static LocalDate step(LocalDate day, Grain grain) {
        return switch (grain) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
        };
    }

    /// The last day of a step.
    static LocalDate end(LocalDate step, Grain grain) {
        return switch (grain) {
            case DAILY -> step;
            case WEEKLY -> step.plusDays(6);
            case MONTHLY -> step.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /// @param grouped by one dimension, or by none, a row a day or month
    /// @param totals  of everything, a row a day or month
    /// @param days    every first day of a step
    static Layers of(CostTable grouped, CostTable totals, Grain grain, List<LocalDate> days) {
        TreeSet<LocalDate> steps = new TreeSet<>();
        days.forEach(day -> steps.add(step(day, grain)));
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
                incomplete == null ? null : step(incomplete, grain));
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

    private static void add(BigDecimal[] costs, List<LocalDate> axis, CostTable.Row row, Grain grain) {
        LocalDate period = row.period();
        int at = period == null ? -1 : axis.indexOf(step(period, grain));
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
