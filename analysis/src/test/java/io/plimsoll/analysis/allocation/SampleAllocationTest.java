package io.plimsoll.analysis.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.allocation.split.IdleSpread;
import io.plimsoll.analysis.allocation.split.SharedSpread;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.rightsizing.SampleWorkbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

/// The sample case, held against its files read without the program.
class SampleAllocationTest {
    private static final Days DAYS = new Days(LocalDate.of(2026, 10, 11), LocalDate.of(2026, 10, 29));
    private static Workbench workbench;
    private static BillRows bill;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        workbench = SampleWorkbench.open(folder, true, true);
        bill = new BillRows(SampleCase.folder().resolve("billing/focus-2026-10.csv.gz"));
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    private static AllocationTable table(AllocationQuery query) {
        List<AllocationTable> tables = workbench.allocation().tables(query, Progress.NONE, Cancellation.never());
        assertThat(tables).hasSize(1);
        return tables.getFirst();
    }

    private static Map<String, BigDecimal> costs(AllocationTable table) {
        Map<String, BigDecimal> costs = new TreeMap<>();
        table.rows().forEach(row -> costs.put(row.group(), row.cost()));
        return costs;
    }

    @Test
    void everyMachineAndDayAddsUpToItsChargesUnderEveryRule() {
        List<AllocatedCost> lines = workbench.allocation().lines(AllocationQuery.by(Grouping.NAMESPACE), Progress.NONE,
                Cancellation.never());
        Map<String, BigDecimal> charged = bill.byResourceAndDay(DAYS, SampleAllocationTest::isDivided);
        assertThat(charged.size()).isEqualTo(16 * DAYS.count());
        SharedKeys keys = SharedKeys.of(Map.of("platform", Map.of("language", BigDecimal.TWO, "audio", BigDecimal.ONE),
                Tenant.CONTROL_PLANE, Map.of("platform", BigDecimal.ONE, "vision", BigDecimal.ONE)));
        AllocationQuery query = AllocationQuery.by(Grouping.NAMESPACE).sharing(Set.of("platform"));
        for (IdleRule idle : IdleRule.values()) {
            for (SharedRule shared : SharedRule.values()) {
                Map<String, BigDecimal> sums = new TreeMap<>();
                SharedSpread.apply(shared, query::isShared, keys, IdleSpread.apply(idle, lines)).forEach(
                        line -> sums.merge(line.node() + " " + line.day(), line.amount(), BigDecimal::add));
                assertThat(sums).as("%s %s", idle, shared).usingComparatorForType(BigDecimal::compareTo,
                        BigDecimal.class).usingRecursiveComparison().isEqualTo(charged);
            }
        }
    }

    @Test
    void everyGroupingAddsUpToTheBill() {
        BigDecimal effective = bill.sum("EffectiveCost", DAYS, SampleAllocationTest::isDivided);
        assertThat(effective).isEqualByComparingTo("4882.92672");
        AllocationTable byTeam = table(AllocationQuery.by(Grouping.label("team")));
        assertThat(byTeam.days()).isEqualTo(DAYS);
        assertThat(byTeam.total()).isEqualByComparingTo(effective);
        assertThat(costs(byTeam)).containsKeys("vision", "language", "audio", "platform").doesNotContainKey("__none__");
        assertThat(table(AllocationQuery.by(Grouping.WORKLOAD).of(CostMetric.BILLED)).total())
                .isEqualByComparingTo(bill.sum("BilledCost", DAYS, SampleAllocationTest::isDivided))
                .isNotEqualByComparingTo(effective);
    }

    private static boolean isDivided(Map<String, String> row) {
        return BillRows.isMachine(row)
                || row.getOrDefault("ServiceName", "").equals("Amazon Elastic Kubernetes Service");
    }

    @Test
    void theNamespaceLanguageCostsWhatAComputationByHandSays() throws IOException {
        // Three of its node groups are claimed whole; the fine-tuning's four GPU nodes by a part that is worked out here.
        BigDecimal whole = bill.named("karpenter-language-caption-encoder", DAYS)
                .add(bill.named("karpenter-language-embedding-api", DAYS))
                .add(bill.named("karpenter-language-language-dedup", DAYS));
        double tuning = bill.named("karpenter-language-gpu-finetune", DAYS).doubleValue()
                * share("gpu-finetune", 6, 24);
        assertThat(costs(table(AllocationQuery.by(Grouping.NAMESPACE))).get("language").doubleValue())
                .isCloseTo(whole.doubleValue() + tuning, offset(1e-6));
    }

    /// Of nodes with 8 cores, 32 GiB and a GPU, each with one pod that asks for the GPU, `cores` and `gib`, and uses less or more. Each day
    /// costs the same, so that one share over all days is right.
    private static double share(String workload, double cores, double gib) throws IOException {
        double value = 8 * 0.031611 + 32 * 0.004237 + 0.95;
        double cpu = claimed("container_cpu_usage_cores.json.gz", workload, cores, 1);
        double memory = claimed("container_memory_working_set_bytes.json.gz", workload, gib, 1 << 30);
        return (cpu * 0.031611 + memory * 0.004237 + 0.95) / value;
    }

    /// The mean over all pods and hours of the larger of request and the hour's mean.
    private static double claimed(String file, String workload, double request, double unit) throws IOException {
        Map<String, double[]> hours = new HashMap<>();
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(SampleCase.folder().resolve("telemetry").resolve(file)))) {
            for (JsonNode series : JsonMapper.shared().readTree(in).at("/data/result")) {
                String pod = series.at("/metric/pod").asString();
                if (pod.startsWith(workload + "-")) {
                    for (JsonNode sample : series.get("values")) {
                        long day = sample.get(0).asLong() / 86400;
                        if (DAYS.contains(LocalDate.ofEpochDay(day))) {
                            double[] hour = hours.computeIfAbsent(pod + sample.get(0).asLong() / 3600,
                                    key -> new double[2]);
                            hour[0] += Double.parseDouble(sample.get(1).asString()) / unit;
                            hour[1]++;
                        }
                    }
                }
            }
        }
        assertThat(hours).hasSize(4 * 24 * DAYS.count());
        return hours.values().stream().mapToDouble(hour -> Math.max(request, hour[0] / hour[1])).average()
                .orElseThrow();
    }

    @Test
    void whatNoTelemetryTellsOfIsUnallocatedAndSaid() {
        AllocationTable table = table(AllocationQuery.by(Grouping.WORKLOAD));
        BigDecimal blind = bill.named("karpenter-system", DAYS).add(bill.named("karpenter-audio-speech-vad", DAYS))
                .add(bill.named("karpenter-language-redaction-proxy", DAYS));
        assertThat(table.unallocated()).isGreaterThan(blind);
        assertThat(table.remarks()).anyMatch(each -> each.contains("karpenter-system"))
                .noneMatch(each -> each.contains("request"));
        assertThat(table.coverage()).isEqualByComparingTo("0.8945");
        assertThat(costs(table)).doesNotContainKeys("language/redaction-proxy", "audio/speech-vad");
        // A job that runs two hours a night pays for its two hours.
        assertThat(costs(table).get("platform/lineage-sync").doubleValue())
                .isCloseTo(bill.named("karpenter-platform-lineage-sync", DAYS).doubleValue(), offset(0.02));
    }

    @Test
    void beforeTheTelemetryBeginsNothingIsGuessed() {
        LocalDate before = LocalDate.of(2026, 10, 10);
        AllocationTable table = table(AllocationQuery.by(Grouping.NAMESPACE).within(before, before));
        assertThat(costs(table)).containsOnlyKeys("__unallocated__", "__control-plane__");
        assertThat(table.coverage()).isLessThan(new BigDecimal("0.02"));
    }

    @Test
    void platformNamespaceIsPaidByTheOthers() {
        AllocationTable own = table(AllocationQuery.by(Grouping.NAMESPACE));
        AllocationTable spread = table(AllocationQuery.by(Grouping.NAMESPACE)
                .spread(IdleRule.OWN, SharedRule.PROPORTIONAL).sharing(Set.of("platform")));
        assertThat(costs(spread)).doesNotContainKeys("platform", "__control-plane__");
        assertThat(spread.rows().stream().map(AllocationTable.Row::shared).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(costs(own).get("platform").add(costs(own).get("__control-plane__")));
    }

    @Test
    void imageCostsWhatItsWorkloadCostsByWhatItDid() throws IOException {
        Path file = SampleCase.folder().resolve("drivers/units-2026-10.csv");
        workbench.billing().importDrivers(List.of(file), Progress.NONE, Cancellation.never());
        BigDecimal images = SharedData.csv(file).stream()
                .filter(row -> row.getOrDefault("scope", "").equals("vision/ocr-workers")
                        && DAYS.contains(LocalDate.parse(row.getOrDefault("date", ""))))
                .map(row -> new BigDecimal(row.getOrDefault("quantity", ""))).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<UnitCost> costs = workbench.unitCosts().of(
                new UnitCostQuery("images", null, AllocationQuery.by(Grouping.WORKLOAD)), Progress.NONE,
                Cancellation.never());
        assertThat(costs).filteredOn(each -> each.scope().equals("vision/ocr-workers")).singleElement()
                .satisfies(each -> {
                    assertThat(each.counted()).isEqualTo(DAYS.count());
                    assertThat(each.quantity()).isEqualByComparingTo(images);
                    // Its node group is claimed whole.
                    assertThat(each.perUnit()).contains(bill.named("karpenter-vision-ocr-workers", DAYS)
                            .divide(images, MathContext.DECIMAL128));
                });
    }
}
