package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.PreparedSample;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.ComparedDays;
import io.plimsoll.analysis.billing.ComparedDays.Against;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;

import static org.assertj.core.api.Assertions.assertThat;

/// Events and their days as files, and days held against earlier ones, on the sample case.
class AnomalyFilesTest {
    private static final CostQuery ALL = CostQuery.by(CostMetric.EFFECTIVE).onlyUsage();
    @TempDir
    static Path folder;
    private static Workbench workbench;

    @BeforeAll
    static void load() {
        workbench = PreparedSample.BILL.open(folder.resolve("workspace"));
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void fourWeeksBeforeHoldEachDayAgainstItsWeekdayAndSumsToTheCent() {
        BillingSpan span = span();
        Days wanted = new Days(span.lastComplete().minusDays(6), span.lastComplete());
        ComparedDays compared = compare(wanted, Against.FOUR_WEEKS);
        assertThat(compared.now()).isEqualTo(wanted);
        assertThat(compared.days()).hasSize(7).allSatisfy(
                each -> assertThat(each.other().getDayOfWeek()).isEqualTo(each.day().getDayOfWeek()));
        assertThat(compared.total().amount()).isEqualByComparingTo(sum(compared.now()));
        assertThat(compared.earlier().amount()).isEqualByComparingTo(sum(compared.before()));
        assertThat(compared.difference().amount())
                .isEqualByComparingTo(sum(compared.now()).subtract(sum(compared.before())));
        assertThat(compared.days().stream().map(ComparedDays.Day::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(compared.total().amount());
    }

    @Test
    void thePeriodBeforeEndsWhereThisOneStartsAndIncompleteDaysAreLeftOut() {
        BillingSpan span = span();
        assertThat(span.last()).isAfter(span.lastComplete());
        ComparedDays compared = compare(new Days(span.lastComplete().minusDays(9), span.last()), Against.PERIOD);
        assertThat(compared.now().to()).isEqualTo(span.lastComplete());
        assertThat(compared.before()).isEqualTo(compared.now().previous());
    }

    @Test
    void daysWithoutLoadedDaysBeforeThemAreLeftOutOnBothSides() {
        BillingSpan span = span();
        ComparedDays compared = compare(new Days(span.first(), span.first().plusDays(40)), Against.FOUR_WEEKS);
        assertThat(compared.before().from()).isEqualTo(span.first());
        assertThat(compared.now().from()).isEqualTo(span.first().plusDays(28));
        assertThat(compared.before().count()).isEqualTo(compared.now().count());
    }

    @Test
    void aYearBeforeIsNotMadeUpWhereItIsNotLoaded() {
        BillingSpan span = span();
        assertThat(ComparedDays.of(workbench.billing(), ALL, "USD", new Days(span.first(), span.last()), Against.YEAR,
                Cancellation.never())).isEmpty();
    }

    @Test
    void theListAsCsvHasExactMoneyAndNoFormulas() {
        List<Verdict> verdicts = workbench.anomalies().feedback().all(Progress.NONE, Cancellation.never());
        Verdict signal = new Verdict(signal("=cmd()"), Status.OPEN, true, null, "", null, "");
        List<String> lines = VerdictFile.csv(List.of(verdicts.getFirst(), signal)).lines().toList();
        Finding first = (Finding) verdicts.getFirst().anomaly();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("id,domain,kind,where,start,end,open,impact");
        assertThat(lines.get(1)).contains("," + first.impact().plain() + "," + first.expected().plain() + ",USD,");
        assertThat(lines.get(2))
                .contains(",quality,spike,dataset=captions,", ",'=cmd()", ",null rate,0.061,0.002,share,")
                .doesNotContain(",=");
    }

    @Test
    void theListAsJsonKeepsMoneyAsTextAndSaysWhatASignalMeasured() {
        List<Verdict> verdicts = workbench.anomalies().feedback().all(Progress.NONE, Cancellation.never());
        Verdict signal = new Verdict(signal("Nulls rose."), Status.LABELLED, false, Label.EXPECTED, "q1",
                LocalDate.of(2026, 12, 31), "why");
        JsonNode list = JsonMapper.shared().readTree(VerdictFile.json(List.of(verdicts.getFirst(), signal)));
        assertThat(list.get(0).get("impact").isString()).isTrue();
        assertThat(list.get(0).get("impact").asString())
                .isEqualTo(((Finding) verdicts.getFirst().anomaly()).impact().plain());
        assertThat(list.get(1).get("impact").isNull()).isTrue();
        assertThat(list.get(1).get("measure").get("value").asDouble()).isEqualTo(0.061);
        assertThat(list.get(1).get("until").asString()).isEqualTo("2026-12-31");
        assertThat(list.get(1).get("label").asString()).isEqualTo("expected");
    }

    @Test
    void theChartedDaysAddUpToTheFindingsCost() {
        Finding finding = workbench.anomalies().findings(Progress.NONE, Cancellation.never()).stream()
                .filter(each -> each.kind() == AnomalyKind.LEVEL_SHIFT).findFirst().orElseThrow();
        Days days = new Days(finding.start(), finding.end());
        List<String> lines = ChartedDays.of(finding, days, null, workbench.billing(), Cancellation.never()).lines()
                .toList();
        assertThat(lines).hasSize(days.count() + 1);
        BigDecimal sum = lines.stream().skip(1).map(line -> new BigDecimal(line.split(",")[1])).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(finding.impact().plus(finding.expected()).amount());
        assertThat(lines.get(1)).doesNotContain("E-", "E+");
    }

    @Test
    void theReadingsOfASignalAreItsChartedMoments() {
        assertThat(ChartedDays.of(signal("Nulls rose.")).lines()).containsExactly(
                "time,value,unit,expected,low,high,alert", "2026-09-17T00:00:00Z,0.002,share,0.002,0,0.01,false",
                "2026-09-18T00:00:00Z,0.061,share,0.002,0,0.01,true");
    }

    private static Signal signal(String sentence) {
        Instant day = Instant.parse("2026-09-18T00:00:00Z");
        return new Signal("q1", Domain.QUALITY, new SeriesKey(Map.of("dataset", "captions")), "null rate", "share",
                AnomalyKind.SPIKE, day, day, day, false, 0.061, 0.002, Severity.HIGH, 0.99, false,
                new Explanation(sentence, List.of()),
                List.of(new Reading(day.minusSeconds(86_400), 0.002, 0.002, 0, 0.01, false),
                        new Reading(day, 0.061, 0.002, 0, 0.01, true)));
    }

    private static BillingSpan span() {
        return workbench.billing().span().orElseThrow();
    }

    private static ComparedDays compare(Days days, Against against) {
        return ComparedDays.of(workbench.billing(), ALL, "USD", days, against, Cancellation.never()).orElseThrow();
    }

    private static BigDecimal sum(Days days) {
        return workbench.billing().costs(ALL.within(days.from(), days.to())
                .where(CostFilter.is("BillingCurrency", "USD")), Cancellation.never()).getFirst().total();
    }
}
