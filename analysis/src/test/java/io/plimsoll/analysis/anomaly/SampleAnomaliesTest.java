package io.plimsoll.analysis.anomaly;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.PreparedSample;
import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.KeyedSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.data.Percentage.withPercentage;

/// The sample case's known answers, found from its files alone.
class SampleAnomaliesTest {
    @TempDir
    static Path folder;
    private static JsonNode answers;
    private static Workbench workbench;
    private static List<Finding> findings;

    @BeforeAll
    static void load() throws IOException {
        answers = JsonMapper.shared().readTree(Files.readAllBytes(SampleCase.folder().resolve("ANSWERS.json")));
        workbench = PreparedSample.BILL.open(folder.resolve("workspace"));
        workbench.repository().add(SampleCase.clone(folder.resolve("clone")));
        findings = workbench.anomalies().findings(Progress.NONE, Cancellation.never());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void eachKnownEventIsFoundOnceWithItsKindAndAboutItsImpact() {
        for (JsonNode answer : answers.get("anomalies")) {
            assertThat(findings).filteredOn(each -> matches(each, answer)).as(text(answer, "id")).singleElement()
                    .satisfies(each -> {
                        assertThat(each.kind().name())
                                .isEqualTo(text(answer, "kind").toUpperCase(Locale.ROOT).replace('-', '_'));
                        assertThat(each.provisional()).isFalse();
                        assertThat(each.impact().amount().doubleValue()).isCloseTo(
                                Double.parseDouble(text(answer, "impact")), withPercentage(10));
                    });
        }
    }

    @Test
    void nothingElseIsFound() {
        assertThat(findings).filteredOn(finding -> StreamSupport.stream(answers.get("anomalies").spliterator(), false)
                .noneMatch(answer -> matches(finding, answer))).isEmpty();
    }

    @Test
    void theLastCompleteDayIsTheOneBeforeTheLateOnes() {
        BillingSpan span = workbench.billing().span().orElseThrow();
        assertThat(span.incompleteFrom()).isEqualTo(LocalDate.parse(text(answers, "incompleteFrom")));
    }

    @Test
    void theLevelShiftIsBlamedOnItsCommitClearlyBeforeAnyOther() {
        JsonNode commit = answers.get("commit");
        JsonNode answer = StreamSupport.stream(answers.get("anomalies").spliterator(), false)
                .filter(each -> text(each, "id").equals(text(commit, "anomaly"))).findFirst().orElseThrow();
        Finding shift = findings.stream().filter(each -> matches(each, answer)).findFirst().orElseThrow();
        FindingDetail detail = workbench.anomalies().explain(shift.id(), Progress.NONE, Cancellation.never());
        CommitScore first = detail.commits().getFirst();
        assertThat(detail.facts()).filteredOn(each -> each.id().equals(first.id())).singleElement().satisfies(each -> {
            assertThat(each.subject()).isEqualTo(text(commit, "subject"));
            assertThat(each.files()).contains(text(commit, "file"));
        });
        assertThat(detail.commits().subList(1, detail.commits().size()))
                .allMatch(each -> each.score() < first.score() / 2);
    }

    @Test
    void aSeriesThatIsHandedInIsJudgedAsTheBillsOwnAre() {
        Finding known = findings.getFirst();
        CostQuery query = CostQuery.by(CostMetric.EFFECTIVE).onlyUsage();
        for (Map.Entry<String, String> each : known.key().dimensions().entrySet()) {
            query = query.where(CostFilter.is(each.getKey(), each.getValue()));
        }
        KeyedSeries slice = workbench.billing().daily(query, Cancellation.never()).getFirst();
        List<DayScore> days = workbench.anomalies().judge(slice.start(), slice.cost(), "USD", Cancellation.never());
        assertThat(days).extracting(DayScore::day, DayScore::low, DayScore::high).containsExactlyElementsOf(
                known.days().stream().map(each -> tuple(each.day(), each.low(), each.high())).toList());
        assertThat(days).anyMatch(each -> Double.isFinite(each.high()));
    }

    @Test
    void nothingIsExpectedOfTooFewDays() {
        BigDecimal[] cost = new BigDecimal[15];
        Arrays.fill(cost, BigDecimal.TEN);
        List<DayScore> days = workbench.anomalies().judge(LocalDate.parse("2026-07-01"), cost, "USD",
                Cancellation.never());
        assertThat(days).hasSize(15).allMatch(each -> Double.isNaN(each.low()) && Double.isNaN(each.high()));
    }

    @Test
    void theCommitsOfSomeDaysAreHeldAgainstFindingsAsEachFindingsOwnAre() {
        for (Finding finding : findings) {
            Days days = new Days(finding.start().minusDays(3), finding.end());
            DatedCommits found = workbench.anomalies().commits(days, List.of(finding), Cancellation.never());
            assertThat(found.scores().get(finding.id())).isEqualTo(workbench.anomalies()
                    .explain(finding.id(), Progress.NONE, Cancellation.never()).commits());
            assertThat(found.commits()).allMatch(each -> days.contains(LocalDate.ofInstant(each.time(),
                    ZoneOffset.UTC)));
        }
        Days all = new Days(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-10-31"));
        assertThat(workbench.anomalies().commits(all, findings, Cancellation.never()).commits())
                .anyMatch(each -> each.subject().equals(text(answers.get("commit"), "subject")));
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }

    private static boolean matches(Finding finding, JsonNode answer) {
        long late = ChronoUnit.DAYS.between(LocalDate.parse(text(answer, "start")), finding.start());
        boolean slow = text(answer, "kind").equals("drift");
        boolean up = !text(answer, "impact").startsWith("-");
        String where = finding.key().text() + finding.covers();
        return answer.get("key").properties().stream().allMatch(each -> where.contains(each.getValue().asString()))
                && up == finding.impact().signum() > 0 && late >= -2 && late <= (slow ? 14 : 1);
    }
}
