package io.plimsoll.analysis.allocation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

/// A cluster of three nodes on one day, small enough to work out by hand: a GPU cut into slices, requests above and below use, a pod
/// that runs half the day, a node that nothing is known of.
class MadeClusterTest {
    private static final long START = Instant.parse("2026-10-11T00:00:00Z").getEpochSecond();
    private static final double CPU = 0.031611;
    private static final double GIB = 0.004237;
    private static final double GPU = 0.95;

    private static Workbench workbench;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        workbench.billing().importFiles(ImportRequest.of(bill(folder)), Progress.NONE, Cancellation.never());
        workbench.telemetry().importFiles(List.of(telemetry(folder)), Optional.empty(), Progress.NONE,
                Cancellation.never());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    private static Path bill(Path folder) throws IOException {
        String header = "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,ChargePeriodStart,"
                + "ChargeCategory,ServiceName,ServiceCategory,ServiceSubcategory,ResourceId,ResourceName,ConsumedQuantity,"
                + "ConsumedUnit,SkuPriceDetails,InvoiceIssuerName";
        return Files.writeString(folder.resolve("bill.csv"), String.join("\n", header,
                machine("24", "arn:aws:ec2:us-east-1:1:instance/i-0a", "", 8, 32, 1),
                machine("4.8", "//compute.example/zones/z/instances/4711", "node-b", 4, 16, 0),
                machine("2", "arn:aws:ec2:us-east-1:1:instance/i-0c", "", 4, 16, 0),
                "2.4,2.4,1,USD,2026-10-01T00:00:00Z,2026-10-11T00:00:00Z,Usage,Amazon Elastic Kubernetes Service,Compute,"
                        + "Containers,arn:aws:eks:us-east-1:1:cluster/prod,prod,24,Hours,,AWS")
                + "\n");
    }

    private static String machine(String cost, String id, String name, int cores, int gib, int gpus) {
        return cost + "," + cost + ",1,USD,2026-10-01T00:00:00Z,2026-10-11T00:00:00Z,Usage,Machines,Compute,"
                + "Virtual Machines," + id + "," + name + ",24,Hours,\"{\"\"CoreCount\"\":" + cores
                + ",\"\"MemorySize\"\":" + gib + ",\"\"GpuCount\"\":" + gpus + "}\",AWS";
    }

    private static Path telemetry(Path folder) throws IOException {
        List<String> series = new ArrayList<>();
        series.add(series("kube_node_info", "\"node\":\"ip-a\",\"provider_id\":\"aws:///us-east-1a/i-0a\"", 1, 0, 24));
        series.add(series("kube_pod_labels", pod("ml", "train-0", "", "ip-a") + ",\"label_team\":\"research\"", 1, 0,
                24));
        container(series, "ml", "train-0", "ip-a", 1, 4, 24);
        request(series, "ml", "train-0", "cpu", 2);
        request(series, "ml", "train-0", "memory", 2L << 30);
        request(series, "ml", "train-0", "nvidia_com_mig_3g_20gb", 1);
        container(series, "serving", "infer-0", "ip-a", 0.5, 1, 24);
        request(series, "serving", "infer-0", "cpu", 0.25);
        request(series, "serving", "infer-0", "nvidia_com_mig_1g_5gb", 2);
        container(series, "kube-system", "coredns-0", "node-b", 0.5, 1, 24);
        container(series, "web", "web-0", "node-b", 2, 4, 12);
        container(series, "lost", "stray-0", "node-x", 1, 1, 24);
        return Files.writeString(folder.resolve("telemetry.json"),
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + String.join(",", series)
                        + "]}}");
    }

    private static void container(List<String> series, String namespace, String pod, String node, double cores,
            double gib, int hours) {
        String labels = pod(namespace, pod, "main", node);
        series.add(series("container_cpu_usage_seconds_total:rate5m", labels, cores, 0, hours));
        series.add(series("container_memory_working_set_bytes", labels, gib * (1 << 30), 0, hours));
    }

    private static void request(List<String> series, String namespace, String pod, String resource, double amount) {
        series.add(series("kube_pod_container_resource_requests", pod(namespace, pod, "main", "ip-a")
                + ",\"resource\":\"" + resource + "\"", amount, 0, 24));
    }

    private static String pod(String namespace, String pod, String container, String node) {
        return "\"cluster\":\"prod\",\"namespace\":\"" + namespace + "\",\"pod\":\"" + pod + "\",\"container\":\""
                + container + "\",\"node\":\"" + node + "\"";
    }

    private static String series(String metric, String labels, double value, int from, int to) {
        return "{\"metric\":{\"__name__\":\"" + metric + "\"," + labels + "},\"values\":[" + LongStream.range(from, to)
                .mapToObj(hour -> "[" + (START + hour * 3600) + ",\"" + value + "\"]").collect(Collectors.joining(","))
                + "]}";
    }

    private static Map<String, AllocationTable.Row> rows(AllocationQuery query) {
        AllocationTable table = table(query);
        assertThat(table.total()).isEqualByComparingTo("33.2");
        Map<String, AllocationTable.Row> rows = new HashMap<>();
        table.rows().forEach(row -> rows.put(row.group(), row));
        return rows;
    }

    private static AllocationTable table(AllocationQuery query) {
        LocalDate day = LocalDate.of(2026, 10, 11);
        return workbench.allocation().tables(query.within(day, day), Progress.NONE, Cancellation.never()).getFirst();
    }

    private static double train() {
        return 24 * (2 * CPU + 4 * GIB + 3 / 7.0 * GPU) / (8 * CPU + 32 * GIB + GPU);
    }

    @Test
    void claimsAreTheLargerOfRequestAndUseAndSlicesAreWeighed() {
        Map<String, AllocationTable.Row> rows = rows(AllocationQuery.by(Grouping.WORKLOAD));
        assertThat(rows.get("ml/train").own().doubleValue()).isCloseTo(train(), offset(1e-8));
        assertThat(rows.get("serving/infer").own().doubleValue()).isCloseTo(
                24 * (0.5 * CPU + GIB + 2 / 7.0 * GPU) / (8 * CPU + 32 * GIB + GPU), offset(1e-8));
        double smallNode = 4.8 / (4 * CPU + 16 * GIB);
        assertThat(rows.get("kube-system/coredns").own().doubleValue()).isCloseTo(smallNode * (0.5 * CPU + GIB),
                offset(1e-8));
        // Half of the day.
        assertThat(rows.get("web/web").own().doubleValue()).isCloseTo(smallNode * (CPU + 2 * GIB), offset(1e-8));
        assertThat(rows.get("__unallocated__").own()).isEqualByComparingTo("2");
        assertThat(rows.get("__control-plane__").own()).isEqualByComparingTo("2.4");
        assertThat(rows).doesNotContainKey("lost/stray");
        assertThat(table(AllocationQuery.by(Grouping.WORKLOAD)).remarks())
                .anyMatch(each -> each.contains("lost/stray")).anyMatch(each -> each.contains("i-0c"))
                .anyMatch(each -> each.contains("request") && each.contains("kube-system/coredns, web/web."));
    }

    @Test
    void labelOfThePodsGroupsThem() {
        Map<String, AllocationTable.Row> rows = rows(AllocationQuery.by(Grouping.label("Team")));
        assertThat(rows.get("research").own().doubleValue()).isCloseTo(train(), offset(1e-8));
        assertThat(rows).containsOnlyKeys("research", "__none__", "__idle__", "__unallocated__", "__control-plane__");
    }

    @Test
    void withIdleAndSharedCostSpreadOnlyWhatIsUnknownIsLeft() {
        Map<String, AllocationTable.Row> rows = rows(
                AllocationQuery.by(Grouping.NAMESPACE).spread(IdleRule.CLUSTER, SharedRule.PROPORTIONAL));
        assertThat(rows).containsOnlyKeys("ml", "serving", "web", "__unallocated__");
        assertThat(rows.values().stream().map(AllocationTable.Row::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("33.2");
    }
}
