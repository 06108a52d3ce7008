package io.plimsoll.analysis.anomaly;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.cause.BothSides;
import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// One bill with a service for each thing that must stay silent, for two of them together, and for each kind of event with its cause.
class MadeBillTest {
    private static final LocalDate SHIFT = LocalDate.of(2025, 10, 1);
    private static final LocalDate FIRST_BATCH = LocalDate.of(2025, 7, 31);
    private static final LocalDate LATE_BATCH = LocalDate.of(2025, 9, 30);
    private static final LocalDate END = LocalDate.of(2025, 10, 14);
    private static final LocalDate PLAN = LocalDate.of(2025, 9, 8);
    @TempDir
    static Path folder;
    private static Workbench workbench;
    private static List<Finding> findings;

    @BeforeAll
    static void load() throws IOException {
        MadeFocus bill = new MadeFocus();
        for (String service : List.of("Taxed", "Credited", "Purchased", "Corrected", "Adjusted")) {
            bill.usage(service, day -> 100);
        }
        bill.charge("Taxed", LocalDate.of(2025, 9, 1), 900, "Tax", "")
                .charge("Credited", LocalDate.of(2025, 9, 14), -700, "Credit", "")
                .charge("Purchased", PLAN, 3000, "Purchase", "")
                .charge("Corrected", LocalDate.of(2025, 9, 16), -400, "Usage", "Correction")
                .charge("Adjusted", LocalDate.of(2025, 9, 17), 500, "Adjustment", "");
        bill.usage("Committed", day -> day.isBefore(PLAN) ? 100 : 20).committed("Committed", "Used", PLAN, 58)
                .committed("Committed", "Unused", PLAN, 60);
        bill.usage("Committed weekdays", day -> isWeekend(day) ? 5 : day.isBefore(PLAN) ? 100 : 20)
                .committed("Committed weekdays", "Used", PLAN, 58);
        bill.usage("Weekdays", day -> isWeekend(day) ? 0 : 100);
        bill.usage("Batch", day -> isLast(day) ? 300 : 100);
        bill.usage("Weekdays with batch", day -> (isWeekend(day) ? 10 : 100) + (isLast(day) ? 200 : 0));
        bill.usage("Late batch", day -> 100 + (isLast(day) && !day.isBefore(LATE_BATCH) ? 250 : 0));
        bill.usage("Shifted and corrected", day -> day.isBefore(LocalDate.of(2025, 9, 1)) ? 100 : 200)
                .charge("Shifted and corrected", LocalDate.of(2025, 9, 20), -900, "Usage", "Correction")
                .charge("Shifted and corrected", LocalDate.of(2025, 10, 5), -900, "Usage", "Correction");
        bill.usage("Gone", "one", "disks", day -> day.isBefore(END) ? 60 : 0)
                .usage("Gone", "two", "hours", day -> day.isBefore(END) ? 40 : 0);
        for (String account : List.of("red", "green", "blue")) {
            bill.usage("Both ways", account, "hours", day -> day.isBefore(SHIFT) ? 100 : 170);
        }
        bill.usage("Both ways", "grey", "hours", day -> day.isBefore(SHIFT) ? 100 : 40)
                .usage("Both ways", "still", "hours", day -> 100);
        bill.usage("One day", "one", "hours", day -> day.equals(SHIFT) ? 400 : 100).usage("One day", "two", "hours",
                day -> 80);
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        workbench.billing().importFiles(ImportRequest.of(bill.write(folder.resolve("bill.csv"))), Progress.NONE,
                Cancellation.never());
        findings = workbench.anomalies().findings(Progress.NONE, Cancellation.never());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isLast(LocalDate day) {
        return day.plusDays(1).getDayOfMonth() == 1;
    }

    private static List<Finding> of(String service) {
        return findings.stream().filter(each -> service.equals(each.key().dimensions().get("ServiceName"))).toList();
    }

    private static List<String> said(List<Finding> some) {
        return some.stream().map(each -> each.key().text() + ": " + each.explanation().sentence()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Taxed", "Credited", "Purchased", "Corrected", "Adjusted", "Committed",
        "Committed weekdays", "Weekdays"})
    void whatIsNoBehaviourOfUsageStaysSilent(String service) {
        assertThat(said(of(service))).isEmpty();
    }

    @Test
    void theTotalSaysNothingOfItsOwn() {
        assertThat(said(findings.stream().filter(each -> each.key().dimensions().isEmpty()).toList())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Batch", "Weekdays with batch"})
    void aMonthEndBatchIsASpikeTheFirstTimeAndSilentAfterwardsAlsoOnASunday(String service) {
        assertThat(LocalDate.of(2025, 8, 31).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(of(service)).as(said(of(service)).toString()).hasSizeLessThan(2).allSatisfy(each -> {
            assertThat(each.start()).isEqualTo(FIRST_BATCH).isEqualTo(each.end());
            assertThat(each.kind()).isEqualTo(AnomalyKind.SPIKE);
        });
    }

    @Test
    void aMonthEndBatchThatFirstAppearsLaterIsToldOnce() {
        assertThat(of("Late batch")).as(said(of("Late batch")).toString()).singleElement().satisfies(each -> {
            assertThat(each.start()).isEqualTo(LATE_BATCH).isEqualTo(each.end());
            assertThat(each.kind()).isEqualTo(AnomalyKind.SPIKE);
        });
    }

    @Test
    void aCorrectionInsideALevelShiftChangesNothingAboutIt() {
        assertThat(of("Shifted and corrected")).as(said(of("Shifted and corrected")).toString()).singleElement()
                .satisfies(each -> {
                    assertThat(each.kind()).isEqualTo(AnomalyKind.LEVEL_SHIFT);
                    assertThat(each.start()).isEqualTo(LocalDate.of(2025, 9, 1));
                    assertThat(each.open()).isTrue();
                    int days = (int) (each.end().toEpochDay() - each.start().toEpochDay()) + 1;
                    assertThat(each.impact().amount().doubleValue()).isBetween(93.0 * days, 107.0 * days);
                });
    }

    private static FindingDetail look(Finding finding) {
        return workbench.anomalies().explain(finding.id(), Progress.NONE, Cancellation.never());
    }

    @Test
    void whatIsShownOfEachFindingAddsUpToItsImpactToTheCentAndToAHundredPerCent() {
        assertThat(findings).isNotEmpty();
        for (Finding finding : findings) {
            FindingDetail detail = look(finding);
            for (int most : new int[]{1, 4, 50}) {
                BothSides shown = detail.breakdown(most);
                List<BothSides.Part> parts = Stream.of(shown.along(), shown.against(), List.of(shown.rest()))
                        .flatMap(List::stream).toList();
                assertThat(parts.stream().map(BothSides.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualTo(finding.impact().rounded(2).amount());
                assertThat(parts.stream().mapToInt(BothSides.Part::percent).sum()).isEqualTo(100);
                assertThat(shown.along()).allMatch(each -> each.amount().signum() == finding.impact().signum());
                assertThat(shown.against()).allMatch(each -> each.amount().signum() == -finding.impact().signum());
            }
            Bridge bridge = detail.bridge();
            assertThat(bridge.sum()).isEqualByComparingTo(bridge.after());
            assertThat(bridge.after().subtract(bridge.before()).setScale(12, RoundingMode.HALF_EVEN))
                    .isEqualByComparingTo(finding.impact().amount().setScale(12, RoundingMode.HALF_EVEN));
        }
    }

    @Test
    void aFindingOfWhichPartsRiseAndOneFallsShowsBothSides() {
        Finding rise = of("Both ways").stream().filter(each -> each.impact().signum() > 0).findFirst().orElseThrow();
        BothSides shown = look(rise).breakdown(4);
        assertThat(shown.along()).extracting(each -> each.cause().text()).containsExactlyInAnyOrder(
                "SubAccountId=red", "SubAccountId=green", "SubAccountId=blue");
        assertThat(shown.against()).extracting(each -> each.cause().text()).containsExactly("SubAccountId=grey");
        assertThat(shown.against().getFirst().percent()).isBetween(-45, -35);
        assertThat(shown.explained()).isBetween(135, 145);
    }

    @Test
    void aServiceThatVanishedIsExplainedFromWhatItWasExpectedToCost() {
        Finding gone = of("Gone").stream().filter(each -> each.kind() == AnomalyKind.DISAPPEARED).findFirst()
                .orElseThrow();
        FindingDetail detail = look(gone);
        assertThat(gone.impact().amount()).isNegative();
        assertThat(detail.bridge().ended()).isEqualByComparingTo(detail.bridge().before().negate());
        assertThat(detail.breakdown(4).against()).isEmpty();
    }

    @Test
    void aSingleDayIsHeldAgainstItsOwnWeekday() {
        Finding spike = of("One day").getFirst();
        FindingDetail detail = look(spike);
        assertThat(spike.start()).isEqualTo(SHIFT).isEqualTo(spike.end());
        assertThat(spike.impact().amount().doubleValue()).isBetween(280.0, 320.0);
        assertThat(detail.bridge().volume().doubleValue()).isBetween(280.0, 320.0);
        assertThat(detail.common()).containsEntry("RegionId", "us-east-1");
    }
}
