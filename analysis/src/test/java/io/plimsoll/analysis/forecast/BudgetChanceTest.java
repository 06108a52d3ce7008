package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

/// The chance to exceed a budget, on costs whose chance is known.
class BudgetChanceTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int KNOWN = 181;
    private static final Days JULY = new Days(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31));

    /// Cost that wanders: what a month comes to is known only as a chance.
    private static BigDecimal[] wandering(long seed) {
        Random random = new Random(seed);
        BigDecimal[] cost = new BigDecimal[KNOWN + 31];
        double stray = 0;
        for (int t = 0; t < cost.length; t++) {
            stray = 0.9 * stray + 4 * random.nextGaussian();
            cost[t] = BigDecimal.valueOf(200 + stray + 5 * random.nextGaussian()).setScale(2, RoundingMode.HALF_EVEN);
        }
        return cost;
    }

    private static Outlook outlook(BigDecimal[] known) {
        DailyCosts costs = new DailyCosts("USD", START, known, known);
        return new Outlook(costs, Ahead.of(costs.running(), costs.other(), START, 31, Progress.NONE,
                Cancellation.never()), 31, Roadmap.NONE);
    }

    private static double chance(Outlook outlook, BigDecimal amount) {
        return outlook.budget(new Budget("2026-07", JULY, new Money(amount, "USD"), null)).chanceToExceed()
                .orElseThrow();
    }

    @Test
    void whatIsSaidComesAboutAsOftenAsItIsSaid() {
        int series = 40;
        Outlook[] outlooks = new Outlook[series];
        Arrays.setAll(outlooks, seed -> outlook(Arrays.copyOf(wandering(seed), KNOWN)));
        for (double budget : new double[]{6050, 6200, 6350}) {
            double said = 0;
            int came = 0;
            for (int seed = 0; seed < series; seed++) {
                BigDecimal[] all = wandering(seed);
                said += chance(outlooks[seed], BigDecimal.valueOf(budget)) / series;
                BigDecimal july = Arrays.stream(all, KNOWN, all.length).reduce(BigDecimal.ZERO, BigDecimal::add);
                came += july.compareTo(BigDecimal.valueOf(budget)) > 0 ? 1 : 0;
            }
            assertThat(said).as("budget " + budget + ", came " + came + " of " + series)
                    .isBetween(came / (double) series - 0.15, came / (double) series + 0.15);
        }
    }

    @Test
    void aSmallerBudgetIsExceededMoreOften() {
        Outlook outlook = outlook(Arrays.copyOf(wandering(7), KNOWN));
        double before = 1;
        for (int amount = 5800; amount <= 6600; amount += 100) {
            double now = chance(outlook, BigDecimal.valueOf(amount));
            assertThat(now).isLessThanOrEqualTo(before);
            before = now;
        }
        assertThat(chance(outlook, new BigDecimal("4000"))).isEqualTo(1);
        assertThat(chance(outlook, new BigDecimal("9000"))).isZero();
    }

    @Test
    void whatIsSpentAlreadyCountsExactly() {
        BigDecimal[] known = Arrays.copyOf(wandering(3), KNOWN);
        Outlook outlook = outlook(known);
        Days june = new Days(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30));
        BigDecimal spent = Arrays.stream(known, KNOWN - 30, KNOWN).reduce(BigDecimal.ZERO, BigDecimal::add);
        BudgetOutlook exact = outlook.budget(new Budget("2026-06", june, new Money(spent, "USD"), null));
        BudgetOutlook below = outlook.budget(
                new Budget("2026-06", june, new Money(spent.subtract(new BigDecimal("0.01")), "USD"), null));
        assertThat(exact.actual()).isEqualByComparingTo(spent);
        assertThat(exact.chanceToExceed()).hasValue(0);
        assertThat(below.chanceToExceed()).hasValue(1);
    }
}
