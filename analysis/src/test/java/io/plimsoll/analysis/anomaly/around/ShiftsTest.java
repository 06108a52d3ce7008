package io.plimsoll.analysis.anomaly.around;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

class ShiftsTest {
    private static final int DAY = 24;
    private static final int EVENT = 14 * DAY;
    private static final int UNTIL = 23 * DAY;

    /// Three weeks of hours around 10 with a busy afternoon, calm weekends and noise that resembles the hour before.
    private static double[] hours(long seed, double noise, double memory) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] hours = new double[UNTIL];
        double stray = 0;
        for (int i = 0; i < hours.length; i++) {
            stray = memory * stray + Math.sqrt(1 - memory * memory) * noise * random.nextGaussian();
            double course = 1 + 0.4 * Math.sin(2 * Math.PI * (i % DAY) / DAY);
            hours[i] = 10 * course * (i / DAY % 7 >= 5 ? 0.6 : 1) * Math.exp(stray);
        }
        return hours;
    }

    private static double[] raised(double[] hours, int from, double factor) {
        return Arrays.stream(indices(hours)).mapToDouble(i -> i >= from ? hours[i] * factor : hours[i]).toArray();
    }

    private static int[] indices(double[] hours) {
        return IntStream.range(0, hours.length).toArray();
    }

    @Test
    void aStepIsFoundWithItsSizeAndItsHour() {
        double[] hours = raised(hours(1, 0.05, 0.3), EVENT + 18, 3);
        Shift shift = Shifts.around(hours, EVENT, UNTIL, 0).orElseThrow();
        assertThat(shift.chance()).isLessThan(0.001);
        assertThat(shift.after() / shift.before()).isCloseTo(3, withPercentage(15));
        assertThat(shift.at()).isBetween(EVENT + 16, EVENT + 20);
        assertThat(shift.large()).isTrue();
    }

    @Test
    void whatMovedBeforeTheEventIsToldToHaveMovedBefore() {
        double[] hours = raised(hours(2, 0.05, 0.3), EVENT - 12, 0.4);
        Shift shift = Shifts.around(hours, EVENT, UNTIL, 0).orElseThrow();
        assertThat(shift.chance()).isLessThan(0.001);
        assertThat(shift.after()).isLessThan(0.6 * shift.before());
        assertThat(shift.at()).isBetween(EVENT - 14, EVENT - 10);
    }

    @Test
    void ofMeasuresThatOnlyWobbleHardlyAnyIsToldToHaveMoved() {
        int told = 0;
        for (int group = 0; group < 40; group++) {
            List<Shift> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                all.add(Shifts.around(hours(1000 + 10 * group + i, 0.2, i < 5 ? 0.3 : 0.95), EVENT, UNTIL, 0)
                        .orElseThrow());
            }
            boolean[] kept = Shifts.kept(all, 0.1);
            for (int i = 0; i < kept.length; i++) {
                told += kept[i] && all.get(i).large() ? 1 : 0;
            }
        }
        assertThat(told).isLessThanOrEqualTo(8);
    }

    @Test
    void aMoveIsStillFoundAmongTwentyThatDidNot() {
        List<Shift> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(Shifts.around(hours(50 + i, 0.1, 0.5), EVENT, UNTIL, 0).orElseThrow());
        }
        all.add(Shifts.around(raised(hours(99, 0.1, 0.5), EVENT, 2), EVENT, UNTIL, 0).orElseThrow());
        assertThat(Shifts.kept(all, 0.1)[20]).isTrue();
    }

    @Test
    void aWeekendIsNoMove() {
        double[] hours = hours(7, 0.03, 0.2);
        int saturday = 19 * DAY;
        Shift shift = Shifts.around(hours, saturday, saturday + 2 * DAY, 0).orElseThrow();
        assertThat(shift.chance() > 0.05 || !shift.large()).isTrue();
    }

    @Test
    void tooFewSamplesOnEitherSideGiveNoAnswer() {
        double[] late = hours(3, 0.05, 0.3);
        Arrays.fill(late, 0, EVENT - 48, Double.NaN);
        assertThat(Shifts.around(late, EVENT, UNTIL, 0)).isEmpty();
        double[] early = hours(4, 0.05, 0.3);
        Arrays.fill(early, EVENT - 30, early.length, Double.NaN);
        assertThat(Shifts.around(early, EVENT, UNTIL, 0)).isEmpty();
    }

    @Test
    void gapsDoNotHideAStep() {
        double[] hours = raised(hours(5, 0.05, 0.3), EVENT, 2);
        for (int i = 0; i < hours.length; i += 3) {
            hours[i] = Double.NaN;
        }
        assertThat(Shifts.around(hours, EVENT, UNTIL, 0).orElseThrow().chance()).isLessThan(0.001);
    }

    @Test
    void whatHadNeverBeenThereIsAMoveFromNothing() {
        double[] hours = new double[UNTIL];
        Arrays.fill(hours, EVENT, UNTIL, 5);
        Shift shift = Shifts.around(hours, EVENT, UNTIL, 0).orElseThrow();
        assertThat(shift.before()).isZero();
        assertThat(shift.chance()).isLessThan(0.001);
        assertThat(shift.after()).isPositive();
        assertThat(Shifts.around(new double[UNTIL], EVENT, UNTIL, 0).orElseThrow().large()).isFalse();
    }

    @Test
    void anEventOfThreeHoursIsHeldAgainstSingleHours() {
        double[] hours = hours(6, 0.05, 0.3);
        for (int i = 0; i < 3; i++) {
            hours[EVENT + 5 + i] *= 4;
        }
        Shift shift = Shifts.around(hours, EVENT + 5, EVENT + 8, 0).orElseThrow();
        assertThat(shift.chance()).isLessThan(0.01);
        assertThat(shift.at()).isEqualTo(EVENT + 5);
        Shift calm = Shifts.around(hours(6, 0.05, 0.3), EVENT + 5, EVENT + 8, 0).orElseThrow();
        assertThat(calm.chance()).isGreaterThan(0.05);
    }
}
