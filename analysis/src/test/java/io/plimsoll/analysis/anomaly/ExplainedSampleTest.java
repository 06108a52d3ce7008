package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.PreparedSample;
import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.TablePage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// What the sample case's findings say for themselves.
class ExplainedSampleTest {
    @TempDir
    static Path folder;
    private static Workbench workbench;
    private static final List<FindingDetail> DETAILS = new ArrayList<>();

    @BeforeAll
    static void load() {
        workbench = PreparedSample.BILL.open(folder.resolve("workspace"));
        workbench.repository().add(SampleCase.clone(folder.resolve("clone")));
        for (Finding each : workbench.anomalies().findings(Progress.NONE, Cancellation.never())) {
            DETAILS.add(workbench.anomalies().explain(each.id(), Progress.NONE, Cancellation.never()));
        }
    }

    @AfterAll
    static void close() {
        workbench.close();
        DETAILS.clear();
    }

    private static FindingDetail of(AnomalyKind kind) {
        return DETAILS.stream().filter(each -> each.finding().kind() == kind).findFirst().orElseThrow();
    }

    private static TablePage ask(String sql) {
        return workbench.billing().questions().ask(sql, null, null, Cancellation.never());
    }

    @Test
    void theStatementOfEveryFindingGivesItsCostDayByDayAndInAllToTheLastDigit() {
        for (FindingDetail each : DETAILS) {
            Finding finding = each.finding();
            BigDecimal whole = finding.impact().plus(finding.expected()).amount();
            TablePage answer = ask(each.account().sql().days());
            assertThat(answer.columns()).containsExactly("Day", "Cost", "Total");
            BigDecimal sum = BigDecimal.ZERO;
            for (List<Object> row : answer.rows()) {
                LocalDate day = LocalDate.parse(row.get(0).toString());
                assertThat(new Days(finding.start(), finding.end()).contains(day)).isTrue();
                DayScore score = finding.days().stream().filter(known -> known.day().equals(day)).findFirst()
                        .orElseThrow();
                assertThat(new BigDecimal(row.get(1).toString()).doubleValue()).isCloseTo(score.value(), within(1e-6));
                sum = sum.add(new BigDecimal(row.get(1).toString()));
                assertThat(new BigDecimal(row.get(2).toString())).isEqualByComparingTo(whole);
            }
            assertThat(sum).as(finding.key().text()).isEqualByComparingTo(whole);
        }
    }

    @Test
    void theStatementOfTheExpectationHasEveryDayOfTheFindingAndAboutTheDetectorsSum() {
        for (FindingDetail each : DETAILS) {
            Finding finding = each.finding();
            TablePage answer = ask(each.account().sql().expected());
            assertThat(answer.columns()).containsExactly("Day", "Cost", "UsualCost", "ExcessCost");
            assertThat(answer.rows()).hasSize(new Days(finding.start(), finding.end()).count());
            double usual = answer.rows().stream().mapToDouble(row -> Double.parseDouble(row.get(2).toString())).sum();
            assertThat(usual).as(finding.key().text()).isCloseTo(finding.expected().amount().doubleValue(),
                    within(1 + 0.05 * finding.expected().amount().doubleValue()));
        }
    }

    @Test
    void theStatementOfTheRowsListsAsManyChargesAsTheyAreAndTheirSum() {
        for (FindingDetail each : DETAILS) {
            TablePage answer = ask(each.account().sql().rows());
            assertThat(answer.columns()).startsWith("File", "Line");
            assertThat((long) answer.rows().size()).isEqualTo(workbench.billing().rowCount(each.rows()));
            int cost = answer.columns().indexOf("EffectiveCost");
            BigDecimal sum = answer.rows().stream().map(row -> new BigDecimal(Objects.toString(row.get(cost))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(each.finding().impact().plus(each.finding().expected()).amount());
        }
    }

    @Test
    void partsMakeUpTheirWhole() {
        for (FindingDetail each : DETAILS) {
            assertThat(each.account().breakdowns()).allSatisfy(
                    part -> assertThat(part.together()).isCloseTo(part.percent(),
                            within(1e-6 + Math.abs(part.percent()) * 1e-9)));
        }
    }
}
