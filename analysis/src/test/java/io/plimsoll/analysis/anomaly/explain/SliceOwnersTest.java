package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Severity;
import io.plimsoll.analysis.rightsizing.SmallBill;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.Coverage;
import io.plimsoll.analysis.workload.LinkState;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SliceOwnersTest {
    private static final Offset<BigDecimal> ROUNDED = within(new BigDecimal("1e-18"));
    private static final LocalDate START = LocalDate.parse("2026-08-12");
    private static final LocalDate END = START.plusDays(9);
    private static final Workload API = workload("api", "id-api");
    private static final Workload STEADY = workload("steady", "id-steady");
    private static final Workload LATER = workload("later", "id-later");
    private static final Workload LAST_DAY = workload("last-day", "id-last-day");
    private static final Workload UNTOLD = workload("Untold");

    @TempDir
    static Path folder;
    private static Workbench workbench;

    @BeforeAll
    static void load() {
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        SmallBill bill = new SmallBill();
        charge(bill, "id-api", SmallBill.FIRST, START.minusDays(1), "10.00");
        charge(bill, "id-api", START, SmallBill.LAST, "30.00");
        charge(bill, "id-steady", SmallBill.FIRST, SmallBill.LAST, "70.00");
        charge(bill, "id-later", END.plusDays(1), SmallBill.LAST, "500.00");
        charge(bill, "id-last-day", END, END, "1.00");
        bill.provider("AWS", "111122223333", "eu-west-1");
        charge(bill, "", START, SmallBill.LAST, "100.00");
        charge(bill, "id-api", START, SmallBill.LAST, "5.00");
        bill.load(workbench, folder);
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void aPartOfTheSliceBelongsToWhomItsChargesDo() {
        SliceOwners slice = of("us-east-1", API, STEADY);
        assertThat(slice.before()).isEqualByComparingTo("1120");
        assertThat(slice.changes()).isCloseTo(new BigDecimal(201), ROUNDED);
        assertThat(slice.owners()).extracting(SliceOwners.Owner::workload).containsExactly(API, STEADY);
        assertThat(slice.owners().getFirst().before()).isEqualByComparingTo("140");
        assertThat(slice.owners().getFirst().change()).isCloseTo(new BigDecimal(200), ROUNDED);
        assertThat(slice.owners().getLast().change()).isCloseTo(BigDecimal.ZERO, ROUNDED);
        assertThat(slice.ofChange()).containsExactly(API);
    }

    @Test
    void whatIsFirstChargedOnTheLastDayOwnsAPartAndWhatComesAfterDoesNot() {
        assertThat(of("us-east-1", LATER, LAST_DAY).owners()).extracting(SliceOwners.Owner::workload)
                .containsExactly(LAST_DAY);
    }

    @Test
    void whomTheSliceIsCalledLikeOwnsItThoughTheBillTellsNoResourceApart() {
        SliceOwners slice = of("eu-west-1", UNTOLD, STEADY);
        assertThat(slice.owners()).singleElement()
                .satisfies(each -> assertThat(each.named() && !each.charged()).isTrue());
        assertThat(slice.ofChange()).containsExactly(UNTOLD);
    }

    @Test
    void aSmallPartOfAChangeThatMostlyNamesNoResourceIsNotTheChange() {
        assertThat(of("eu-west-1", API).owners()).hasSize(1);
        assertThat(of("eu-west-1", API).ofChange()).isEmpty();
    }

    private static SliceOwners of(String region, Workload... workloads) {
        Finding finding = new Finding("f", SeriesKey.of("RegionId", region), AnomalyKind.LEVEL_SHIFT, START, START,
                END, false, Money.of("200", "USD"), Money.of("800", "USD"), Severity.HIGH, 0.9, false, null,
                List.of(SeriesKey.of("tag:app", "untold")), new Explanation("It rose.", List.of()), List.of());
        WorkloadMap map = new WorkloadMap(SliceOwners.days(finding), List.of(workloads),
                new Coverage(List.of(), List.of(), List.of()), List.of());
        return SliceOwners.of(finding, map, workbench.billing(), Cancellation.never());
    }

    private static void charge(SmallBill bill, String resource, LocalDate from, LocalDate to, String cost) {
        bill.between(from, to).daily("Compute", resource, resource, "hours", 1, "Hours", cost);
    }

    private static Workload workload(String name, String... resources) {
        return new Workload(new WorkloadKey("", "shop", "Deployment", name, ""), name,
                Arrays.stream(resources).map(each -> new BilledResource(each, each, "", "", "",
                        Money.of("1", "USD"), "", Map.of())).toList(),
                List.of(), List.of(), null, LinkState.UNMATCHED, List.of());
    }
}
