package io.plimsoll.analysis.observability;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.TelemetrySignal;
import io.plimsoll.analysis.rightsizing.SampleWorkbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

class SampleObservabilityTest {
    @TempDir
    static Path folder;
    private static Workbench workbench;
    private static ObservabilityReport report;

    @BeforeAll
    static void open() throws IOException {
        workbench = SampleWorkbench.open(folder, true, true);
        report = workbench.observability().report(Progress.NONE, Cancellation.never());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void theLinesSumToTheBillsRowsToTheLastDigit() {
        BigDecimal rows = workbench.billing().costs(CostQuery.by(CostMetric.EFFECTIVE)
                .where(CostFilter.is("ServiceName", "Amazon CloudWatch")), Cancellation.never()).getFirst().total();
        LedgerTotal total = report.ledger().totals().getFirst();
        assertThat(total.cost()).isEqualByComparingTo(rows).isPositive();
        assertThat(report.ledger().lines().stream().map(LedgerLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(rows);
        assertThat(total.months().stream().map(MonthCost::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(rows);
        assertThat(total.months()).extracting(MonthCost::whole).containsExactly(true, true, true, false);
        assertThat(total.share().orElseThrow()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(total.change()).isPresent();
    }

    @Test
    void aGigabyteOfLogsCostsWhatTheBillsPriceSays() {
        LedgerLine logs = report.ledger().lines().getFirst();
        assertThat(logs.signal()).isEqualTo(TelemetrySignal.LOGS);
        assertThat(logs.part()).isEqualTo("ingestion");
        assertThat(logs.team()).isEqualTo("platform");
        assertThat(logs.unit()).isEqualTo("GB");
        assertThat(logs.unitCost().orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(report.ledger().sources()).extracting(SourceCost::name).contains("/eks/lake-prod-use1");
        assertThat(report.cuts()).filteredOn(each -> each.kind() == Cut.Kind.DROP_SOURCE).allSatisfy(cut -> {
            assertThat(cut.blinds()).isEmpty();
            assertThat(cut.estimate()).isFalse();
            assertThat(cut.sentence()).contains("outside this clone are not seen");
        }).isNotEmpty();
    }

    @Test
    void droppingAMetricSaysWhoseAdviceIsGone() {
        Set<String> measured = workbench.workloadMap(Cancellation.never()).workloads().stream()
                .filter(each -> each.hasTelemetry() && !each.key().kind().equals("Machine"))
                .map(each -> each.title()).collect(Collectors.toSet());
        Cut memory = cut("container_memory_working_set_bytes");
        Blind advice = memory.blinds().stream().filter(each -> each.what().equals("memory advice")).findFirst()
                .orElseThrow();
        assertThat(advice.count()).isEqualTo(measured.size());
        assertThat(measured).containsAll(advice.names());
        assertThat(memory.sentence()).startsWith("Blinds ").contains("memory advice (" + measured.size()
                + " workloads)");
        assertThat(cut("cpu_cores_used_max").blinds()).as("of machines").extracting(Blind::what)
                .contains("CPU advice").doesNotContain("the allocation of machines");
        assertThat(memory.monthly()).as("the bill names no metrics product").isEmpty();
        assertThat(report.remarks()).anyMatch(each -> each.contains("in samples only"));
    }

    @Test
    void longerIntervalsAreReplayedOnAllWorkloads() {
        assertThat(report.sizing()).extracting(SizingChange::kind).containsExactly(SizingChange.Kind.INTERVAL,
                SizingChange.Kind.INTERVAL, SizingChange.Kind.RETENTION);
        SizingChange twice = report.sizing().getFirst();
        SizingChange fourTimes = report.sizing().get(1);
        assertThat(twice.workloads()).isEqualTo(fourTimes.workloads()).isPositive();
        assertThat(fourTimes.memory()).as("sparser samples see fewer peaks").isGreaterThanOrEqualTo(0);
        assertThat(List.of(twice, fourTimes)).allMatch(each -> each.cpu() <= each.workloads());
    }

    @Test
    void theShareOfAllMetricsIsOne() {
        assertThat(report.metrics().stream().mapToDouble(MetricReview::share).sum()).isCloseTo(1,
                org.assertj.core.data.Offset.offset(1e-9));
        assertThat(report.metrics()).filteredOn(each -> each.metric().equals("kube_pod_owner")).hasSize(1)
                .noneMatch(MetricReview::isUnused);
    }

    private static Cut cut(String metric) {
        return report.cuts().stream().filter(each -> each.subject().equals(metric)).findFirst().orElseThrow();
    }
}
