package io.plimsoll.analysis.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AheadTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static double[] weekly(int days, double noise) {
        Random random = new Random(3);
        return IntStream.range(0, days)
                .mapToDouble(t -> 100 * (t % 7 < 5 ? 1 : 0.6) + noise * random.nextGaussian()).toArray();
    }

    @Test
    void aFeeOnTheFirstIsTakenOutAndComesBackOnItsDay() {
        double[] usage = weekly(120, 1);
        double[] other = new double[120];
        for (int t = 0; t < 120; t++) {
            other[t] = START.plusDays(t).getDayOfMonth() == 1 ? 900 : 0;
        }
        other[100] = 5000;
        Ahead ahead = of(usage, other, 40);
        assertThat(ahead.lumps().recurring()).extracting(Lumps.Lump::place).containsExactly(1);
        assertThat(ahead.lumps().singles()).containsOnlyKeys(100);
        int first = IntStream.range(0, 40).filter(h -> ahead.first().plusDays(h).getDayOfMonth() == 1).findFirst()
                .orElseThrow();
        assertThat(middle(ahead.totals(first, first + 1))).isBetween(950.0, 1010.0);
        assertThat(middle(ahead.totals(first + 1, first + 2))).isBetween(50.0, 110.0);
    }

    @Test
    void aMonthIsLessUncertainThanTheSumOfItsDays() {
        Ahead ahead = of(weekly(200, 15), new double[200], 30);
        double days = IntStream.range(0, 30).mapToDouble(h -> width(ahead.totals(h, h + 1))).sum();
        assertThat(width(ahead.totals(0, 30))).isLessThan(days / 2);
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        assertThat(of(weekly(90, 5), new double[90], 20).totals(0, 20))
                .containsExactly(of(weekly(90, 5), new double[90], 20).totals(0, 20));
    }

    @Test
    void aDayOfNextToNothingDoesNotBlowUpWhatFollows() {
        double[] usage = weekly(90, 2);
        usage[60] = 1e-6;
        assertThat(middle(of(usage, new double[90], 30).totals(0, 30))).isCloseTo(2650, within(200.0));
    }

    @Test
    void aPurchaseThatFallsOnTheWeekdayOfAFeeDoesNotBendItsNeighbours() {
        double[] other = new double[91];
        other[62] = 840;
        other[69] = 3784;
        assertThat(Lumps.of(weekly(91, 1), other, START).singles()).containsOnlyKeys(62, 69);
    }

    @Test
    void hoursHaveTheirDayAndTheirWeek() {
        Random random = new Random(11);
        double[] all = IntStream.range(0, 24 * 7 * 6).mapToDouble(t -> (t % 168 < 120 ? 100 : 40)
                + 30 * Math.sin(2 * Math.PI * (t % 24) / 24) + 3 * random.nextGaussian()).toArray();
        int known = all.length - 168;
        double[] history = Arrays.copyOf(all, known);
        double[] said = Combination.forecast(history, new int[]{24, 168}, 168, Progress.NONE, Cancellation.never())
                .mean();
        double ours = 0;
        double naive = 0;
        for (int h = 0; h < 168; h++) {
            ours += Math.abs(all[known + h] - said[h]);
            naive += Math.abs(all[known + h] - all[known + h - 168]);
        }
        assertThat(ours).isLessThan(1.02 * naive);
    }

    private static Ahead of(double[] usage, double[] other, int horizon) {
        return Ahead.of(usage, other, START, horizon, Progress.NONE, Cancellation.never());
    }

    private static double middle(double[] outcomes) {
        double[] sorted = outcomes.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double width(double[] outcomes) {
        double[] sorted = outcomes.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * 9 / 10] - sorted[sorted.length / 10];
    }
}
