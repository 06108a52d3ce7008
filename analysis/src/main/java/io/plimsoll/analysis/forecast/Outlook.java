package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.unit.Days;

/// Reads days, months and budgets off the paths of one forecast.
final class Outlook {
    private final DailyCosts costs;
    private final Ahead ahead;
    private final int horizon;
    private final double[][] plan;
    private final boolean planned;

    Outlook(DailyCosts costs, Ahead ahead, int horizon, Roadmap roadmap) {
        this.costs = costs;
        this.ahead = ahead;
        this.horizon = horizon;
        this.planned = !roadmap.projects().isEmpty();
        this.plan = roadmap.draw(ahead.first(), horizon, Ahead.PATHS, new SplittableRandom(Ahead.SEED + 1));
    }

    List<DayOutlook> days() {
        List<DayOutlook> days = new ArrayList<>();
        for (int h = 0; h < horizon; h++) {
            Range base = Range.of(ahead.totals(h, h + 1));
            Range added = Range.of(planned(h, h + 1));
            days.add(new DayOutlook(ahead.first().plusDays(h), base, base.middle().add(added.low80()),
                    base.middle().add(added.high80())));
        }
        return days;
    }

    /// @param filter of the budgets that are the question's own
    List<MonthOutlook> months(List<Budget> budgets, @Nullable CostFilter filter) {
        List<MonthOutlook> months = new ArrayList<>();
        YearMonth last = YearMonth.from(ahead.first().plusDays(horizon - 1L));
        for (YearMonth month = YearMonth.from(ahead.first()); !month.isAfter(last); month = month.plusMonths(1)) {
            Days days = new Days(month.atDay(1), month.atEndOfMonth());
            Budget budget = budgets.stream().filter(each -> each.days().equals(days) && sameCharges(each, filter))
                    .findFirst().orElse(null);
            BigDecimal actual = costs.sum(days);
            int from = index(days.from());
            int to = index(days.to()) + 1;
            double[] base = ahead.totals(from, to);
            double[] added = planned(from, to);
            double[] both = sum(base, added);
            int complete = (int) Math.max(0, ChronoUnit.DAYS.between(
                    days.from().isBefore(costs.start()) ? costs.start() : days.from(), ahead.first()));
            months.add(new MonthOutlook(month, actual, complete, Range.of(base).plus(actual), Range.of(added),
                    Range.of(both).plus(actual), runRate(month), budget == null ? null : budget.amount().amount(),
                    budget == null ? OptionalDouble.empty() : chance(budget, actual, both)));
        }
        return months;
    }

    /// With the charges that come back on their day.
    private BigDecimal runRate(YearMonth month) {
        double fees = 0;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            fees += day.isBefore(ahead.first()) ? 0 : ahead.lumps().on(day);
        }
        return costs.runRate(month).add(Range.cents(fees));
    }

    static boolean sameCharges(Budget budget, @Nullable CostFilter filter) {
        CostFilter its = budget.filter();
        return its == null ? filter == null : its.equals(filter);
    }

    BudgetOutlook budget(Budget budget) {
        Days days = budget.days();
        BigDecimal actual = costs.sum(days);
        if (days.from().isBefore(costs.start())) {
            return new BudgetOutlook(budget, actual, null, OptionalDouble.empty(), planned,
                    "Charges are loaded from " + costs.start() + " only.");
        }
        if (days.to().isAfter(ahead.first().plusDays(horizon - 1L))) {
            return new BudgetOutlook(budget, actual, null, OptionalDouble.empty(), planned,
                    "The forecast ends before the period does.");
        }
        int to = Math.max(0, index(days.to()) + 1);
        double[] both = sum(ahead.totals(index(days.from()), to), planned(index(days.from()), to));
        return new BudgetOutlook(budget, actual, Range.of(both).plus(actual), chance(budget, actual, both), planned,
                "");
    }

    private static OptionalDouble chance(Budget budget, BigDecimal actual, double[] ahead) {
        double left = budget.amount().amount().subtract(actual).doubleValue();
        return OptionalDouble.of(Arrays.stream(ahead).filter(each -> each > left).count() / (double) ahead.length);
    }

    /// Below 0 for days that are complete: -1 at the least, so that the step after it is the first.
    private int index(LocalDate day) {
        return (int) Math.max(-1, ChronoUnit.DAYS.between(ahead.first(), day));
    }

    private double[] planned(int from, int to) {
        return Arrays.stream(plan).mapToDouble(path -> Arrays.stream(path, Math.max(0, from), to).sum()).toArray();
    }

    private static double[] sum(double[] one, double[] other) {
        double[] both = one.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += other[i];
        }
        return both;
    }
}
