import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes ANSWERS.json: what a reader of the sample must find. Money and quantities are text in plain decimal.
final class Answers {
    private static final String EC2 = "Amazon Elastic Compute Cloud";
    private final Billing billing;
    private final Telemetry telemetry;

    Answers(Billing billing, Telemetry telemetry) {
        this.billing = billing;
        this.telemetry = telemetry;
    }

    void write() {
        Map<String, Object> totals = new TreeMap<>();
        billing.totals.forEach((period, sum) -> totals.put(period, sum.json()));
        Output.write("ANSWERS.json", Json.pretty(Json.map("currency", "USD", "firstDay", Case.FIRST, "lastDay", Case.LAST,
                "incompleteFrom", Case.LAST_COMPLETE.plusDays(1), "controlTotals", Json.map("USD", billing.all.json()),
                "controlTotalsByBillingPeriod", totals, "anomalies", anomalies(), "nonAnomalies", nonAnomalies(), "commit",
                Json.map("anomaly", "feature-extraction-shift", "time", "2026-10-06T18:02:00Z", "subject", History.RAISE,
                        "file", "data-pipelines/vision/application.yaml"),
                "rates", Json.map("cpuCoreHour", Case.CPU_HOUR, "memoryGiBHour", Case.GIB_HOUR, "hoursPerMonth", 730),
                "rightsizing", rightsizing(), "machines", machines(), "match", match(), "blindSpots", blindSpots(), "drift",
                drift())));
    }

    private List<Object> anomalies() {
        return List.of(
                event("feature-extraction-shift", "level-shift", EC2, "tag:app.kubernetes.io/name", Case.FEATURE,
                        Case.LEVEL_SHIFT, Case.LAST, "Replicas 3 to 9, cores 2 to 4, memory 8Gi to 16Gi; usage, not price"),
                event("audio-egress-spike", "spike", "AWS Data Transfer", "tag:modality", "audio", Case.EGRESS_SPIKE,
                        Case.EGRESS_SPIKE.plusDays(1), "Fourteen times the usual transfer"),
                event("rekognition-new", "new-service", "Amazon Rekognition", "tag:modality", "image", Case.NEW_SERVICE,
                        Case.LAST, "First seen on this day"),
                event("nat-price", "price-change", "Amazon Virtual Private Cloud", "SkuMeter", "NAT gateway GB",
                        Case.PRICE_CHANGE, Case.LAST, "Unit price 0.045 to 0.059 at flat use"),
                event("raw-image-drift", "drift", "Amazon Simple Storage Service", "ResourceName", "lake-raw-image", Case.DRIFT,
                        Case.LAST, "Grows 0.8 % a day"),
                event("gpu-drop", "drop", EC2, "tag:app.kubernetes.io/name", "gpu-finetune", Case.GPU_DROP,
                        Case.GPU_DROP.plusDays(2), "One node instead of four for three days"));
    }

    private Map<String, Object> event(String id, String kind, String service, String dimension, String value, LocalDate start,
            LocalDate end, String why) {
        LocalDate through = end.isAfter(Case.LAST_COMPLETE) ? Case.LAST_COMPLETE : end;
        return Json.map("id", id, "kind", kind, "key", Json.map("ServiceName", service, dimension, value), "start", start,
                "end", end, "impact", billing.impact.get(id), "impactThrough", through, "why", why);
    }

    private static List<Object> nonAnomalies() {
        List<Object> list = new ArrayList<>();
        for (LocalDate month = Case.FIRST; !month.isAfter(Case.LAST); month = month.plusMonths(1)) {
            list.add(expected(month, month, "ChargeCategory=Tax", "Tax on the first day of a month"));
            LocalDate end = month.plusMonths(1).minusDays(1);
            list.add(expected(end, end, "AWS Data Transfer, modality text", "Month-end batch: three times the transfer"));
        }
        list.add(expected(Case.CREDIT, Case.CREDIT, "ChargeCategory=Credit", "A promotional credit"));
        list.add(expected(Case.SAVINGS_PLAN, Case.SAVINGS_PLAN, "ChargeCategory=Purchase",
                "The plan is paid at once: 3784.32 billed, nothing effective"));
        list.add(expected(Case.SAVINGS_PLAN, Case.LAST, "CommitmentDiscountStatus=Used/Unused, caption-encoder",
                "A savings plan begins: nothing billed, 72 % effective, and unused rows"));
        list.add(expected(Case.CORRECTION_FOR, Case.CORRECTION_FOR, "ChargeClass=Correction",
                "Billed in October, charged for August: one in the invoice month, the other in the charge month"));
        list.add(expected(Case.FIRST, Case.LAST, "annotation-vm, requests, transfer, logs, images", "Quiet weekends"));
        list.add(expected(Case.LAST_COMPLETE.plusDays(1), Case.LAST, "everything", "The last two days are incomplete"));
        return list;
    }

    private static Map<String, Object> expected(LocalDate start, LocalDate end, String key, String why) {
        return Json.map("start", start, "end", end, "key", key, "why", why);
    }

    private List<Object> rightsizing() {
        List<Object> list = new ArrayList<>();
        for (Workload workload : Case.WORKLOADS) {
            Map<String, Object> need = telemetry.loads.stream().filter(load -> load.workload == workload).findFirst()
                    .map(Answers::need).orElse(null);
            BigDecimal saving = workload.monthlySaving();
            list.add(Json.map("workload", workload.name(), "namespace", workload.namespace(), "kind", workload.kind(),
                    "container", workload.container(), "verdict", workload.verdict(), "current", workload.size().json(),
                    "observed", need, "floor", workload.floor(), "expected", workload.answer() == null ? null : workload.answer().json(),
                    "monthlySaving", saving, "why", workload.reason()));
        }
        return list;
    }

    /// Measured on the files as written: the busiest pod and the sum over pods.
    private static Map<String, Object> need(Load load) {
        double cpu = load.busiestCpu();
        double memory = load.highestMemory();
        return Json.map("podCpuP995", three(cpu), "podMemoryMaxGiB", three(memory), "totalCpuP995",
                three(Load.percentile(load.total(load.cpu))), "totalMemoryMaxGiB", three(Load.max(load.total(load.memory))));
    }

    private static BigDecimal three(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
    }

    private static List<Object> machines() {
        return List.of(
                Json.map("resourceId", Case.ANNOTATION_VM, "verdict", "shrink", "current", "m6i.2xlarge", "expected", "m6i.large",
                        "hourlyNow", new BigDecimal("0.384"), "hourlyThen", new BigDecimal("0.096"), "why",
                        "At most 1.3 cores and 6.1 GiB; m6i.large has 2 and 8"),
                Json.map("resourceId", Case.LICENSE_VM, "verdict", "keep", "current", "r6i.xlarge", "expected", "r6i.xlarge",
                        "why", "Up to 2.6 cores and 26 GiB of 4 and 32"));
    }

    private Map<String, Object> match() {
        BigDecimal all = billing.compute.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Json.map("of", "EffectiveCost of ServiceName " + EC2 + ", ServiceCategory Compute, all days", "total", all,
                "matched", billing.compute.get("matched"), "untagged", billing.compute.get("untagged"), "withoutTelemetry",
                billing.compute.get("withoutTelemetry"), "share",
                billing.compute.get("matched").divide(all, 6, RoundingMode.HALF_EVEN));
    }

    private static List<Object> blindSpots() {
        return List.of(
                Json.map("workload", "redaction-proxy", "namespace", "language", "git", true, "bill", true, "telemetry", false),
                Json.map("workload", "archive-compactor", "namespace", "platform", "git", true, "bill", false, "telemetry", false),
                Json.map("workload", "karpenter-system", "git", false, "bill", true, "telemetry", false));
    }

    private static List<Object> drift() {
        return List.of(
                Json.map("workload", Cluster.EDITED, "namespace", "platform", "field", "resources.requests.cpu", "git", "1",
                        "cluster", Cluster.EDITED_CPU, "owner", "kubectl-edit", "time", Cluster.EDITED_AT, "state", "differs"),
                Json.map("workload", Cluster.SCALED, "namespace", "language", "field", "spec.replicas", "git", "2", "cluster", "6",
                        "owner", "kube-controller-manager", "state", "owned by the HPA"),
                grown("resources.requests.memory"), grown("resources.limits.memory"),
                Json.map("workload", Cluster.RESIZED, "namespace", "platform", "field", "resources.requests.cpu", "git", "1",
                        "cluster", Cluster.RESIZED_CPU, "owner", "kubectl-patch", "time", Cluster.RESIZED_AT, "state",
                        "resized in place"),
                Json.map("workload", Cluster.UNDECLARED, "namespace", "platform", "field", "resources.requests.cpu", "git", null,
                        "cluster", "2", "owner", "kubectl-create", "state", "only in cluster"));
    }

    private static Map<String, Object> grown(String field) {
        return Json.map("workload", Cluster.GROWN, "namespace", "language", "field", field, "git", "2Gi", "cluster",
                Cluster.GROWN_MEMORY, "owner", "kubectl-edit", "time", Cluster.GROWN_AT, "state", "differs");
    }
}
