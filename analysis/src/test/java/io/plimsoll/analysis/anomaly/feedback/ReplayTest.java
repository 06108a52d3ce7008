package io.plimsoll.analysis.anomaly.feedback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Severity;

import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.MONDAY;
import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.grown;
import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.signal;
import static org.assertj.core.api.Assertions.assertThat;

class ReplayTest {
    private static final int WEEKS = 60;

    /// Events as they might come: six a week on average, some of which go on and grow heavier.
    private static List<Course> made(long seed, int weeks) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Course> courses = new ArrayList<>();
        for (int day = 0; day < weeks * 7; day++) {
            int count = random.nextInt(3);
            for (int i = 0; i < count; i++) {
                int[] weights = new int[1 + random.nextInt(20)];
                weights[0] = random.nextInt(101);
                for (int k = 1; k < weights.length; k++) {
                    weights[k] = Math.min(100, weights[k - 1] + random.nextInt(4));
                }
                courses.add(new Course(day + "-" + i, MONDAY.plusDays(day), weights));
            }
        }
        return courses;
    }

    private static LocalDate sunday(int weeks) {
        return MONDAY.plusDays(7L * weeks - 1);
    }

    @Test
    void changingTheFutureNeverChangesThePastDecisions() {
        List<Course> past = made(1, WEEKS);
        for (int cut = 20; cut <= 50; cut += 5) {
            LocalDate last = sunday(cut).minusDays(3);
            List<Course> other = new ArrayList<>(past.stream().filter(each -> !each.alert().isAfter(last))
                    .map(each -> changedAfter(each, last)).toList());
            made(99, WEEKS).stream().filter(each -> each.alert().isAfter(last))
                    .forEach(each -> other.add(new Course("new-" + each.id(), each.alert(), each.weights())));
            for (int budget : List.of(1, 3, 5)) {
                assertThat(until(last, new Replay(other, sunday(WEEKS)).with(budget)))
                        .isEqualTo(until(last, new Replay(past, sunday(WEEKS)).with(budget)))
                        .isEqualTo(until(last, new Replay(past, last).with(budget)));
            }
        }
    }

    private static Course changedAfter(Course course, LocalDate last) {
        int[] weights = course.weights().clone();
        int known = (int) (last.toEpochDay() - course.alert().toEpochDay()) + 1;
        for (int i = known; i < weights.length; i++) {
            weights[i] = 100;
        }
        return new Course(course.id(), course.alert(), weights);
    }

    private static Map<String, LocalDate> until(LocalDate last, Replay.Outcome outcome) {
        return outcome.fired().entrySet().stream().filter(each -> !each.getValue().isAfter(last))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void theThresholdWouldHaveKeptNineOfTenPastWeeksToTheBudget() {
        List<Course> courses = made(2, WEEKS);
        Replay replay = new Replay(courses, sunday(WEEKS));
        for (int budget = 1; budget <= 10; budget++) {
            int threshold = replay.with(budget).threshold();
            assertThat(over(courses, threshold, budget)).isLessThanOrEqualTo(WEEKS / 10);
            // One step lower would not have.
            assertThat(threshold == 0 || over(courses, threshold - 1, budget) > WEEKS / 10).isTrue();
        }
    }

    private static long over(List<Course> courses, int threshold, int budget) {
        return courses.stream().flatMap(each -> each.heard(threshold, each.alert(), sunday(WEEKS)).stream())
                .collect(Collectors.groupingBy(Week::of, Collectors.counting())).values().stream()
                .filter(each -> each > budget).count();
    }

    @Test
    void weekByWeekTheBudgetHoldsInMostWeeksThatWereNotKnown() {
        int over = 0;
        int weeks = 0;
        for (long seed = 10; seed < 20; seed++) {
            int[] perWeek = new Replay(made(seed, WEEKS), sunday(WEEKS)).with(3).perWeek();
            over += (int) Arrays.stream(perWeek).skip(20).filter(each -> each > 3).count();
            weeks += WEEKS - 20;
        }
        assertThat(over / (double) weeks).isBetween(0.02, 0.2);
    }

    @Test
    void aLargerBudgetNeverRaisesTheThreshold() {
        Replay replay = new Replay(made(3, WEEKS), sunday(WEEKS));
        int before = 101;
        for (int budget = 1; budget <= 20; budget++) {
            int threshold = replay.with(budget).threshold();
            assertThat(threshold).isLessThanOrEqualTo(before);
            before = threshold;
        }
        assertThat(replay.with(null).fired()).hasSize(made(3, WEEKS).size());
    }

    @Test
    void inTheFirstFourWeeksEverythingIsHeard() {
        List<Course> courses = made(4, 4);
        assertThat(new Replay(courses, sunday(4)).with(1).fired()).hasSize(courses.size());
    }

    @Test
    void aQuietHistoryKeepsNothingBackAndAnEmptyOneAsksForNothing() {
        List<Course> rare = List.of(new Course("a", MONDAY, new int[]{5}),
                new Course("b", MONDAY.plusWeeks(8), new int[]{1}));
        Replay.Outcome outcome = new Replay(rare, sunday(20)).with(1);
        assertThat(outcome.fired()).hasSize(2);
        assertThat(outcome.threshold()).isZero();
        assertThat(new Replay(List.of(), MONDAY).with(1).fired()).isEmpty();
    }

    @Test
    void anEventThatGrowsHeavyIsHeardOnTheDayOnWhichItDoes() {
        List<Course> courses = new ArrayList<>();
        for (int week = 0; week < 10; week++) {
            for (int i = 0; i < 5; i++) {
                courses.add(new Course(week + "-" + i, MONDAY.plusWeeks(week), new int[]{20 + i}));
            }
        }
        courses.add(new Course("slow", MONDAY.plusWeeks(6), new int[]{10, 15, 20, 90}));
        assertThat(new Replay(courses, sunday(10)).with(1).fired()).containsEntry("slow",
                MONDAY.plusWeeks(6).plusDays(3));
    }

    @Test
    void aFindingWeighsWhatWasKnownOnTheDayAndNeverLess() {
        Finding whole = grown("a", MONDAY, 10, 10, 10, 500, 500, 10);
        Finding young = grown("a", MONDAY, 10, 10, 10);
        int[] weights = Course.of(whole, BigDecimal.TEN).weights();
        assertThat(Arrays.copyOf(weights, 3)).isEqualTo(Course.of(young, BigDecimal.TEN).weights());
        assertThat(weights).isSorted();
        assertThat(weights[2]).isLessThan(33);
        assertThat(weights[3]).isGreaterThan(66);
    }

    @Test
    void severityGoesBeforeCertaintyInAllDomains() {
        assertThat(Course.of(signal("a", "api", MONDAY, 1, 0, Severity.MEDIUM), BigDecimal.ONE).weights())
                .containsExactly(Course.weight(Severity.MEDIUM, 0.9));
        assertThat(Course.weight(Severity.LOW, 1)).isLessThanOrEqualTo(Course.weight(Severity.MEDIUM, 0));
        assertThat(Course.weight(Severity.HIGH, 1)).isEqualTo(100);
    }
}
