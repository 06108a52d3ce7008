package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.slices.Crossing;
import io.plimsoll.analysis.anomaly.slices.Detection;
import io.plimsoll.analysis.anomaly.slices.Maturity;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// What cancels in a larger slice: migrations, renames, and moves that are too small alone.
class HiddenMovesTest {
    private static final int DAYS = 150;
    private static final int DAY = 80;
    private static final String SERVICE = "Amazon EC2";

    private final List<CostSeries> leaves = new ArrayList<>();
    private int seed = 1;

    private void leaf(String dimension, String value, IntToDoubleFunction factor) {
        leaves.add(MadeSeries.of(new SeriesKey(Map.of("ServiceName", SERVICE, dimension, value)), seed++, DAYS,
                factor));
    }

    private void with(CostSeries series) {
        leaves.add(series);
    }

    private Detection.Outcome outcome() {
        List<CostSeries> all = new ArrayList<>(leaves);
        BigDecimal[] sum = MadeSeries.repeated(DAYS, "0");
        leaves.stream().filter(each -> each.key().dimensions().keySet()
                .equals(leaves.getFirst().key().dimensions().keySet()))
                .forEach(each -> Arrays.setAll(sum, i -> sum[i].add(each.cost()[i])));
        all.add(new CostSeries(SeriesKey.of("ServiceName", SERVICE), MadeSeries.START, sum, null, "USD"));
        all.add(new CostSeries(new SeriesKey(Map.of()), MadeSeries.START, sum, null, "USD"));
        return Detection.detectAll(all, Crossing.UNKNOWN, Parameters.initial(Detection.parameters()), Maturity.SAME,
                Progress.NONE,
                Cancellation.never());
    }

    private String said() {
        Detection.Outcome outcome = outcome();
        return outcome.findings().stream().map(each -> each.key().text() + " " + each.explanation().sentence())
                .toList() + " " + outcome.renames();
    }

    private static IntToDoubleFunction from(int day, double factor) {
        return i -> i >= day ? factor : 1;
    }

    @Test
    void aMigrationFromOneMeterToAnotherIsOneEventThatNamesBothSides() {
        leaf("SkuMeter", "m5", from(DAY, 0.4));
        leaf("SkuMeter", "m6i", from(DAY, 1.6));
        leaf("SkuMeter", "r6i", i -> 1);
        assertThat(outcome().findings()).as(said()).singleElement().satisfies(each -> {
            assertThat(each.key().dimensions()).containsEntry("SkuMeter", "m6i");
            assertThat(each.masked()).isTrue();
            Offset offset = each.offset();
            assertThat(offset.inside()).isEqualTo(SeriesKey.of("ServiceName", SERVICE));
            assertThat(offset.against()).singleElement()
                    .satisfies(side -> assertThat(side.key().dimensions()).containsEntry("SkuMeter", "m5"))
                    .satisfies(side -> assertThat(side.amount().signum()).isNegative());
            assertThat(each.explanation().sentence()).contains(
                    "Rose " + each.impact().rounded(2).amount().toPlainString() + " USD, hidden in Amazon EC2 by ",
                    offset.counter().negate().rounded(2).amount().toPlainString() + " USD less of m5.");
        });
    }

    @Test
    void aMoveThatWasFoundNamesOneThatIsTooNoisyToBeFound() {
        leaf("SubAccountId", "one", from(DAY, 1.5));
        leaf("SubAccountId", "two", from(DAY, 0.5));
        CostSeries noisy = leaves.removeLast();
        // Every other week costs much more, so a fall by half is nothing that the detector could tell by itself.
        Arrays.setAll(noisy.cost(), i -> noisy.cost()[i].multiply(BigDecimal.valueOf(1 + 0.35 * (i % 3))));
        leaves.add(noisy);
        leaf("SubAccountId", "three", i -> 1);
        assertThat(outcome().findings()).as(said()).singleElement().satisfies(each -> {
            assertThat(each.key().dimensions()).containsEntry("SubAccountId", "one");
            assertThat(each.offset().against()).extracting(side -> side.key().dimensions().get("SubAccountId"))
                    .containsExactly("two");
        });
    }

    @Test
    void twoMovesOfWhichNeitherPassesItsOwnGateAreFoundTogether() {
        int unseen = 0;
        int together = 0;
        for (int round = 0; round < 60; round++) {
            leaves.clear();
            leaf("SubAccountId", "one", from(DAY, 1.125));
            leaf("SubAccountId", "two", from(DAY, 0.875));
            leaf("SubAccountId", "three", i -> 1);
            if (alone("one").isEmpty() && alone("two").isEmpty()) {
                unseen++;
                List<Finding> findings = outcome().findings();
                together += findings.size();
                findings.forEach(HiddenMovesTest::isTheMove);
            }
        }
        assertThat(unseen).as("rounds in which neither is found").isGreaterThan(4);
        assertThat(together).as("found of %d", unseen).isGreaterThan(unseen / 2);
    }

    private static void isTheMove(Finding finding) {
        assertThat(finding.key().dimensions()).containsEntry("SubAccountId", "one");
        assertThat(finding.start()).isBetween(MadeSeries.START.plusDays(DAY - 2), MadeSeries.START.plusDays(DAY + 2));
        assertThat(finding.impact().amount().doubleValue()).isCloseTo(12.5 * 6.4 / 7 * (DAYS - 3 - DAY),
                within(350.0));
        assertThat(finding.open()).isTrue();
        assertThat(finding.offset().against().getFirst().key().dimensions()).containsEntry("SubAccountId", "two");
        assertThat(finding.provisional()).isFalse();
        assertThat(finding.days()).hasSize(DAYS);
    }

    private List<Finding> alone(String account) {
        CostSeries only = leaves.stream().filter(each -> each.key().text().contains("SubAccountId=" + account))
                .findFirst().orElseThrow();
        return Detection.detectAll(List.of(only), Parameters.initial(Detection.parameters()), Progress.NONE,
                Cancellation.never());
    }

    @Test
    void oneThatFallsAgainstThreeThatRiseIsOneEvent() {
        leaf("SubAccountId", "big", from(DAY, 0.4));
        CostSeries big = leaves.removeLast();
        Arrays.setAll(big.cost(), i -> big.cost()[i].multiply(BigDecimal.valueOf(3)));
        leaves.add(big);
        for (String account : List.of("one", "two", "three")) {
            leaf("SubAccountId", account, from(DAY, 1.6));
        }
        assertThat(outcome().findings()).as(said()).singleElement().satisfies(each -> {
            assertThat(each.impact().signum()).isPositive();
            assertThat(each.offset().beside()).hasSize(2);
            assertThat(each.offset().against()).singleElement()
                    .satisfies(side -> assertThat(side.key().dimensions()).containsEntry("SubAccountId", "big"));
        });
    }

    @Test
    void theSameMigrationSeenInSeveralCutsOfTheBillIsOneEvent() {
        leaf("SubAccountId", "old", from(DAY, 0.4));
        leaf("SubAccountId", "new", from(DAY, 1.6));
        for (CostSeries each : List.copyOf(leaves)) {
            String meter = each.key().dimensions().get("SubAccountId").equals("old") ? "m5" : "m6i";
            with(new CostSeries(new SeriesKey(new TreeMap<>(Map.of("ServiceName", SERVICE, "SkuMeter", meter))),
                    each.start(), each.cost(), null, "USD"));
        }
        assertThat(outcome().findings()).as(said()).singleElement()
                .satisfies(each -> assertThat(each.covers()).hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void aRenamedResourceIsSaidInWordsAndIsNoFinding() {
        leaf("ResourceName", "web-old", from(DAY, 0));
        leaf("ResourceName", "web-new", i -> i >= DAY ? 1 : 0);
        leaf("ResourceName", "db", i -> 1);
        Detection.Outcome outcome = outcome();
        assertThat(outcome.findings()).as(said()).isEmpty();
        assertThat(outcome.renames()).singleElement().satisfies(each -> {
            assertThat(each.day()).isEqualTo(MadeSeries.START.plusDays(DAY));
            assertThat(each.sentence()).startsWith("web-old is called web-new from "
                    + MadeSeries.START.plusDays(DAY) + " on (Amazon EC2): the same ");
        });
    }

    @Test
    void aTagThatIsRenamedAtNoonIsARenameAsWell() {
        leaf("tag:team", "vision", i -> i > DAY ? 0 : i == DAY ? 0.5 : 1);
        leaf("tag:team", "perception", i -> i > DAY ? 1 : i == DAY ? 0.5 : 0);
        leaf("tag:team", "audio", i -> 1);
        Detection.Outcome outcome = outcome();
        assertThat(outcome.findings()).as(said()).isEmpty();
        assertThat(outcome.renames()).singleElement()
                .satisfies(each -> assertThat(each.to().dimensions()).containsEntry("tag:team", "perception"));
    }

    @Test
    void whatAppearsForAnotherAmountIsNoRename() {
        leaf("ResourceName", "web-old", from(DAY, 0));
        leaf("ResourceName", "web-new", i -> i >= DAY ? 2 : 0);
        leaf("ResourceName", "db", i -> 1);
        Detection.Outcome outcome = outcome();
        assertThat(outcome.renames()).isEmpty();
        assertThat(outcome.findings()).as(said()).isNotEmpty();
    }

    @Test
    void anAccountThatTakesOverFromAnotherIsAMigrationAndIsTold() {
        leaf("SubAccountId", "old", from(DAY, 0));
        leaf("SubAccountId", "new", i -> i >= DAY ? 1 : 0);
        leaf("SubAccountId", "other", i -> 1);
        Detection.Outcome outcome = outcome();
        assertThat(outcome.renames()).isEmpty();
        assertThat(outcome.findings()).as(said()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(AnomalyKind.NEW_SERVICE);
            assertThat(each.offset().against().getFirst().key().dimensions()).containsEntry("SubAccountId", "old");
        });
    }

    @Test
    void commitmentsThatCoverAnotherAccountThanBeforeAreNoEventIfNothingElseMoves() {
        covered("one", from(DAY, 1.14), from(DAY, 0));
        covered("two", from(DAY, 0.86), i -> i >= DAY ? 1 : 0);
        leaf("SubAccountId", "three", i -> 1);
        leaf("SubAccountId", "four", i -> 1);
        assertThat(outcome().findings()).as(said()).isEmpty();
    }

    /// An account with a part that a commitment pays.
    private void covered(String account, IntToDoubleFunction whole, IntToDoubleFunction used) {
        leaf("SubAccountId", account, whole);
        SeriesKey key = new SeriesKey(Map.of("ServiceName", SERVICE, "SubAccountId", account,
                "CommitmentDiscountStatus", "Used"));
        BigDecimal[] cost = new BigDecimal[DAYS];
        Arrays.setAll(cost, i -> BigDecimal.valueOf(50 * used.applyAsDouble(i)));
        with(new CostSeries(key, MadeSeries.START, cost, null, "USD"));
    }

    @Test
    void manyQuietSlicesAreNotPairedByChance() {
        int found = 0;
        for (int round = 0; round < 10; round++) {
            leaves.clear();
            for (int i = 0; i < 30; i++) {
                leaf("SubAccountId", "a" + i, day -> 1);
            }
            found += outcome().findings().size();
        }
        assertThat(found).isZero();
    }

    @Test
    void movesOfDifferentDaysOrOfDifferentSizesDoNotHideEachOther() {
        leaf("SubAccountId", "one", from(DAY, 1.6));
        leaf("SubAccountId", "two", from(DAY + 10, 0.4));
        assertThat(outcome().findings()).as(said()).isNotEmpty().noneMatch(Finding::masked);
        leaves.clear();
        leaf("SubAccountId", "one", from(DAY, 2.5));
        leaf("SubAccountId", "two", from(DAY, 0.7));
        assertThat(outcome().findings()).as(said()).isNotEmpty()
                .noneMatch(each -> each.masked() && each.impact().signum() > 0);
    }
}
