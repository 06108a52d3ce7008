package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.slices.Detection;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

class DetectionTest {
    private static final int DAYS = 122;

    private static CostSeries leaf(String service, String account, int seed, IntToDoubleFunction factor) {
        return MadeSeries.of(new SeriesKey(Map.of("ServiceName", service, "SubAccountId", account)), seed, DAYS,
                factor);
    }

    private static CostSeries sum(SeriesKey key, List<CostSeries> parts) {
        BigDecimal[] cost = MadeSeries.repeated(DAYS, "0");
        parts.forEach(part -> Arrays.setAll(cost, i -> cost[i].add(part.cost()[i])));
        return new CostSeries(key, MadeSeries.START, cost, null, parts.getFirst().currency());
    }

    private static List<Finding> findings(List<CostSeries> series) {
        return Detection.detectAll(series, Parameters.initial(Detection.parameters()), Progress.NONE,
                Cancellation.never());
    }

    private static List<CostSeries> withParents(CostSeries... leaves) {
        List<CostSeries> all = new ArrayList<>(List.of(leaves));
        all.add(sum(SeriesKey.of("ServiceName", leaves[0].key().dimensions().get("ServiceName")), List.of(leaves)));
        all.add(sum(new SeriesKey(Map.of()), List.of(leaves)));
        return all;
    }

    @Test
    void anEventOfOneAccountIsReportedThereAndOnlyThere() {
        List<Finding> findings = findings(withParents(leaf("S3", "one", 1, day -> day == 60 ? 4 : 1),
                leaf("S3", "two", 2, day -> 1)));
        assertThat(findings).singleElement()
                .satisfies(each -> assertThat(each.key().dimensions()).containsEntry("SubAccountId", "one"))
                .satisfies(each -> assertThat(each.covers()).hasSize(2));
    }

    @Test
    void anEventOfAllAccountsIsReportedOnceAboveThem() {
        CostSeries[] leaves = new CostSeries[4];
        Arrays.setAll(leaves, i -> leaf("S3", "account" + i, i + 1, day -> day == 60 ? 3 : 1));
        List<Finding> findings = findings(withParents(leaves));
        assertThat(findings).singleElement()
                .satisfies(each -> assertThat(each.key().dimensions()).doesNotContainKey("SubAccountId"));
    }

    @Test
    void theStartOfACommitmentIsNoEventAtAnyLevel() {
        SeriesKey plain = new SeriesKey(
                Map.of("ServiceName", "EC2", "SubAccountId", "one", "CommitmentDiscountStatus", ""));
        CostSeries onDemand = MadeSeries.of(plain, 1, DAYS, day -> day >= 60 ? 0.3 : 1);
        SeriesKey used = new SeriesKey(
                Map.of("ServiceName", "EC2", "SubAccountId", "one", "CommitmentDiscountStatus", "Used"));
        CostSeries commitment = new CostSeries(used, MadeSeries.START, MadeSeries.repeated(DAYS, "0"), null, "USD");
        Arrays.fill(commitment.cost(), 60, DAYS, new BigDecimal("120"));
        List<CostSeries> all = new ArrayList<>(List.of(onDemand, commitment));
        all.add(sum(SeriesKey.of("ServiceName", "EC2"), List.of(onDemand, commitment)));
        assertThat(findings(all)).isEmpty();
    }

    @Test
    void theEndOfACommitmentIsReportedBecauseTheUsageIsPaidOnDemandAgain() {
        SeriesKey plain = new SeriesKey(
                Map.of("ServiceName", "EC2", "SubAccountId", "one", "CommitmentDiscountStatus", ""));
        CostSeries onDemand = MadeSeries.of(plain, 1, DAYS, day -> day >= 60 ? 3 : 1);
        SeriesKey used = new SeriesKey(
                Map.of("ServiceName", "EC2", "SubAccountId", "one", "CommitmentDiscountStatus", "Used"));
        CostSeries commitment = new CostSeries(used, MadeSeries.START, MadeSeries.repeated(DAYS, "120"), null, "USD");
        Arrays.fill(commitment.cost(), 60, DAYS, BigDecimal.ZERO);
        assertThat(findings(List.of(onDemand, commitment))).extracting(Finding::key).contains(plain);
    }

    @Test
    void currenciesAreJudgedApartAndNeverAdded() {
        CostSeries dollars = leaf("S3", "one", 1, day -> day == 60 ? 4 : 1);
        CostSeries euros = new CostSeries(dollars.key(), dollars.start(), dollars.cost(), null, "EUR");
        List<Finding> findings = findings(List.of(dollars, euros));
        assertThat(findings).extracting(each -> each.impact().currency()).containsExactlyInAnyOrder("USD", "EUR");
        assertThat(findings).extracting(Finding::id).doesNotHaveDuplicates();
    }

    @Test
    void theIdStaysWhileASpikeGrowsIntoALevelShift() {
        CostSeries whole = leaf("S3", "one", 1, day -> day >= 60 ? 2 : 1);
        List<String> ids = new ArrayList<>();
        List<AnomalyKind> kinds = new ArrayList<>();
        for (int days : new int[]{64, 90, DAYS}) {
            CostSeries known = new CostSeries(whole.key(), whole.start(), Arrays.copyOf(whole.cost(), days), null,
                    "USD");
            Finding finding = findings(List.of(known)).getFirst();
            ids.add(finding.id());
            kinds.add(finding.kind());
        }
        assertThat(ids).allMatch(ids.getFirst()::equals);
        assertThat(kinds).startsWith(AnomalyKind.SPIKE).endsWith(AnomalyKind.LEVEL_SHIFT);
    }

    @Test
    void noSeriesMeansNoFinding() {
        assertThat(findings(List.of())).isEmpty();
        assertThat(findings(List.of(new CostSeries(SeriesKey.of("a", "b"), MadeSeries.START, new BigDecimal[0], null,
                "USD")))).isEmpty();
    }

    @Test
    void aSecondOpinionSetsTheSpikeApartAndRecordsWhereItComesFrom() {
        CostSeries series = leaf("S3", "one", 1, day -> day == 80 ? 6 : 1);
        CostDetector detector = new CostDetector();
        List<DayScore> days = detector
                .detect(series, Parameters.initial(detector.parameters()), Cancellation.never()).days();
        SecondOpinion.Opinion opinion = SecondOpinion.of(Map.of(series.key(), days), Progress.NONE,
                Cancellation.never());
        assertThat(opinion.remarks().subList(0, 4)).extracting(SecondOpinion.Remark::day)
                .contains(MadeSeries.START.plusDays(80));
        assertThat(opinion.remarks()).filteredOn(SecondOpinion.Remark::strange).isNotEmpty()
                .hasSizeLessThan(opinion.remarks().size() / 5);
        assertThat(opinion.provenance()).contains("LibSVMAnomalyTrainer");
        assertThat(opinion.clusters().subList(0, 4)).extracting(SecondOpinion.Remark::day)
                .contains(MadeSeries.START.plusDays(80));
        assertThat(opinion.clusters()).filteredOn(SecondOpinion.Remark::strange).isNotEmpty()
                .hasSizeLessThan(opinion.clusters().size() / 5);
        SecondOpinion.Opinion again = SecondOpinion.of(Map.of(series.key(), days), Progress.NONE,
                Cancellation.never());
        assertThat(again.remarks()).isEqualTo(opinion.remarks());
        assertThat(again.clusters()).isEqualTo(opinion.clusters());
        assertThat(SecondOpinion.of(Map.of(), Progress.NONE, Cancellation.never()).remarks()).isEmpty();
    }

    @Test
    void plainRowsComeBackInOrderWithGapsLeftOut() {
        CostSeries series = leaf("S3", "one", 1, day -> day == 60 ? 4 : 1);
        List<PlainCost.Row> rows = new ArrayList<>();
        for (int i = DAYS - 1; i >= 0; i--) {
            if (i != 30) {
                rows.add(new PlainCost.Row("x", series.day(i), i == 31 ? null : series.cost()[i]));
            }
        }
        List<PlainCost.Line> lines = PlainCost.judge(rows, Parameters.initial(Detection.parameters()), Progress.NONE,
                Cancellation.never());
        assertThat(lines).hasSize(DAYS - 1).isSortedAccordingTo((a, b) -> a.score().day().compareTo(b.score().day()));
        assertThat(lines).filteredOn(each -> each.score().alert()).singleElement()
                .satisfies(each -> assertThat(each.score().day()).isEqualTo(series.day(60)))
                .satisfies(each -> assertThat(each.score().kind()).isEqualTo(AnomalyKind.SPIKE));
    }
}
