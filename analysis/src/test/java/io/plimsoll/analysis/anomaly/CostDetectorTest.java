package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CostDetectorTest {
    private static final int DAYS = 122;
    private static final CostDetector DETECTOR = new CostDetector();

    private static Detected detect(CostSeries series) {
        return DETECTOR.detect(series, Parameters.initial(DETECTOR.parameters()), Cancellation.never());
    }

    private static List<Episode> episodes(IntToDoubleFunction factor) {
        return detect(MadeSeries.of(DAYS, factor)).episodes();
    }

    private static Episode only(IntToDoubleFunction factor) {
        List<Episode> episodes = episodes(factor);
        assertThat(episodes).hasSize(1);
        return episodes.getFirst();
    }

    @Test
    void oneDearDayIsASpikeWithItsExcessAsImpact() {
        Episode spike = only(day -> day == 60 ? 3 : 1);
        assertThat(spike.kind()).isEqualTo(AnomalyKind.SPIKE);
        assertThat(spike.start()).isEqualTo(MadeSeries.START.plusDays(60)).isEqualTo(spike.end());
        assertThat(spike.open()).isFalse();
        assertThat(spike.impact().doubleValue()).isCloseTo(200, within(20.0));
    }

    @Test
    void fiveDearDaysAreOneBurst() {
        Episode burst = only(day -> day >= 60 && day < 65 ? 2 : 1);
        assertThat(burst.kind()).isEqualTo(AnomalyKind.BURST);
        assertThat(burst.start()).isEqualTo(MadeSeries.START.plusDays(60));
        assertThat(burst.end()).isEqualTo(MadeSeries.START.plusDays(64));
    }

    @Test
    void aLastingStepIsOneLevelShiftThatStaysOpen() {
        Episode shift = only(day -> day >= 70 ? 1.5 : 1);
        assertThat(shift.kind()).isEqualTo(AnomalyKind.LEVEL_SHIFT);
        assertThat(shift.open()).isTrue();
        assertThat(shift.start()).isEqualTo(MadeSeries.START.plusDays(70));
        assertThat(shift.end()).isEqualTo(MadeSeries.START.plusDays(DAYS - 4));
        assertThat(shift.impact().doubleValue()).isCloseTo(0.5 * shift.expected().doubleValue(), within(120.0));
    }

    @Test
    void theWayBackFromALevelShiftIsNoSecondEvent() {
        Episode shift = only(day -> day >= 60 && day < 85 ? 1.6 : 1);
        assertThat(shift.kind()).isEqualTo(AnomalyKind.LEVEL_SHIFT);
        assertThat(shift.open()).isFalse();
        assertThat(shift.end()).isEqualTo(MadeSeries.START.plusDays(84));
    }

    @Test
    void aSlowClimbIsADrift() {
        Episode drift = only(day -> day < 60 ? 1 : Math.exp(0.012 * (day - 60)));
        assertThat(drift.kind()).isEqualTo(AnomalyKind.DRIFT);
        assertThat(drift.start()).isBetween(MadeSeries.START.plusDays(58), MadeSeries.START.plusDays(80));
    }

    @Test
    void threeCheapDaysAreADropWithNegativeImpact() {
        Episode drop = only(day -> day >= 60 && day < 63 ? 0.05 : 1);
        assertThat(drop.kind()).isEqualTo(AnomalyKind.DROP);
        assertThat(drop.end()).isEqualTo(MadeSeries.START.plusDays(62));
        assertThat(drop.impact()).isNegative();
    }

    @Test
    void noCostAnyMoreMeansDisappeared() {
        assertThat(only(day -> day >= 100 ? 0 : 1).kind()).isEqualTo(AnomalyKind.DISAPPEARED);
    }

    @Test
    void costOutOfNothingIsANewServiceUnlessItIsACommitment() {
        Episode started = only(day -> day < 50 ? 0 : 1);
        assertThat(started.kind()).isEqualTo(AnomalyKind.NEW_SERVICE);
        assertThat(started.start()).isEqualTo(MadeSeries.START.plusDays(50));
        assertThat(started.expected()).isEqualByComparingTo("0");
        CostSeries commitment = MadeSeries.of(SeriesKey.of("CommitmentDiscountStatus", "Used"), 7, DAYS,
                day -> day < 50 ? 0 : 1);
        assertThat(detect(commitment).episodes()).isEmpty();
    }

    @Test
    void theSentenceSaysTheSumToTheCentAndDaysAsPeopleWriteThem() {
        BigDecimal[] cost = new BigDecimal[DAYS];
        Arrays.fill(cost, BigDecimal.ZERO);
        Arrays.fill(cost, 50, DAYS, new BigDecimal("90071992547409.93"));
        CostSeries series = new CostSeries(SeriesKey.of("ServiceName", "Made"), MadeSeries.START, cost, null, "USD");
        Episode started = detect(series).episodes().getFirst();
        int from = (int) MadeSeries.START.until(started.start(), ChronoUnit.DAYS);
        int to = (int) MadeSeries.START.until(started.end(), ChronoUnit.DAYS);
        assertThat(started.explanation().sentence())
                .contains(": " + series.sum(from, to).toPlainString() + " USD against 0.00 expected")
                .contains("from " + DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(started.start()));
    }

    @Test
    void anotherUnitPriceIsToldFromMoreUse() {
        double[] use = new double[DAYS];
        BigDecimal[] dearer = new BigDecimal[DAYS];
        BigDecimal[] more = new BigDecimal[DAYS];
        double[] moreUse = new double[DAYS];
        Random random = new Random(3);
        for (int i = 0; i < DAYS; i++) {
            use[i] = 1000 * (1 + 0.1 * random.nextGaussian());
            dearer[i] = BigDecimal.valueOf(use[i] * (i < 60 ? 0.045 : 0.0585));
            moreUse[i] = use[i] * (i < 60 ? 1 : 1.8);
            more[i] = BigDecimal.valueOf(moreUse[i] * 0.045);
        }
        SeriesKey key = SeriesKey.of("SkuId", "NAT");
        Detected price = detect(new CostSeries(key, MadeSeries.START, dearer, use, "USD"));
        assertThat(price.episodes()).singleElement()
                .satisfies(each -> assertThat(each.kind()).isEqualTo(AnomalyKind.PRICE_CHANGE))
                .satisfies(each -> assertThat(each.start()).isEqualTo(MadeSeries.START.plusDays(60)))
                .satisfies(each -> assertThat(each.impact().doubleValue() / each.expected().doubleValue())
                        .isCloseTo(0.3, within(0.01)));
        Detected usage = detect(new CostSeries(key, MadeSeries.START, more, moreUse, "USD"));
        assertThat(usage.episodes()).singleElement()
                .satisfies(each -> assertThat(each.kind()).isEqualTo(AnomalyKind.LEVEL_SHIFT));
    }

    @Test
    void quietSeriesStaySilent() {
        for (int seed = 1; seed <= 50; seed++) {
            CostSeries series = MadeSeries.of(SeriesKey.of("seed", "" + seed), seed, 200, day -> 1);
            assertThat(detect(series).episodes()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void schedulesThatStopAtWeekendsStaySilent() {
        assertThat(episodes(day -> day % 7 >= 5 ? 0.1 : 1)).isEmpty();
        assertThat(episodes(day -> day % 7 >= 5 ? 0 : 1)).isEmpty();
    }

    @Test
    void aLakeThatGrowsAtItsUsualPaceStaysSilent() {
        assertThat(episodes(day -> Math.exp(0.002 * day))).isEmpty();
    }

    @Test
    void aMonthEndBatchIsKnownFromTheSecondTimeOn() {
        IntToDoubleFunction batch = day -> MadeSeries.START.plusDays(day + 1L).getDayOfMonth() == 1 ? 3 : 1;
        List<Episode> episodes = episodes(batch);
        assertThat(episodes).hasSizeLessThanOrEqualTo(1)
                .allMatch(each -> each.start().equals(MadeSeries.START.plusDays(29)));
    }

    @Test
    void incompleteLastDaysAreShownButNeverAlerted() {
        Detected low = detect(MadeSeries.of(DAYS, day -> day >= DAYS - 2 ? 0.2 : 1));
        assertThat(low.episodes()).isEmpty();
        assertThat(low.days().subList(DAYS - 3, DAYS)).allMatch(DayScore::provisional).noneMatch(DayScore::alert);
        Detected high = detect(MadeSeries.of(DAYS, day -> day == DAYS - 1 ? 4 : 1));
        assertThat(high.episodes()).singleElement().matches(Episode::provisional);
        assertThat(high.days()).noneMatch(DayScore::alert);
    }

    @Test
    void whatIsNotWorthTheMoneyStaysSilent() {
        CostSeries pennies = MadeSeries.of(DAYS, day -> day == 60 ? 0.03 : 0.01);
        assertThat(detect(pennies).episodes()).isEmpty();
    }

    @Test
    void laterDaysChangeNothingAboutEarlierOnes() {
        CostSeries whole = MadeSeries.of(DAYS, day -> day >= 60 && day < 75 ? 1.8 : day == 100 ? 4 : 1);
        List<DayScore> all = detect(whole).days();
        for (int cut : new int[]{50, 61, 64, 80, 101}) {
            CostSeries part = new CostSeries(whole.key(), whole.start(), Arrays.copyOf(whole.cost(), cut), null, "USD");
            List<DayScore> known = detect(part).days();
            for (int i = 0; i < cut - 3; i++) {
                assertThat(known.get(i).expected()).as("day %d of %d", i, cut)
                        .isEqualTo(Double.valueOf(all.get(i).expected()));
                assertThat(known.get(i).score()).isEqualTo(all.get(i).score());
                assertThat(known.get(i).alert()).isEqualTo(all.get(i).alert());
            }
        }
    }

    @Test
    void impactIsTheExactDifferenceOfCostAndExpectation() {
        CostSeries series = MadeSeries.of(DAYS, day -> day == 60 ? 3 : 1);
        Episode spike = detect(series).episodes().getFirst();
        assertThat(spike.impact().add(spike.expected())).isEqualByComparingTo(series.cost()[60]);
    }
}
