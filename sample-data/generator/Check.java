import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the sample back and holds it against ANSWERS.json: `java sample-data/generator/Check.java`. Ends with status 1
/// when something is wrong. It computes from the files alone; of the generator it uses only the facts in `Case`.
final class Check {
    private final Map<?, ?> answers = (Map<?, ?>) Json.read(Output.read("ANSWERS.json"));
    private final List<Map<String, String>> rows = new ArrayList<>();
    private int checks;
    private int failures;

    static void main() {
        Check check = new Check();
        check.billing();
        check.nodes();
        check.impacts();
        check.telemetry();
        check.drivers();
        check.gitops();
        System.out.println(check.checks + " checks, " + check.failures + " failed");
        System.exit(check.failures == 0 ? 0 : 1);
    }

    private void that(boolean holds, String what) {
        checks++;
        if (!holds) {
            failures++;
            System.out.println("FAILED: " + what);
        }
    }

    private void equal(BigDecimal expected, BigDecimal actual, String what) {
        that(expected.compareTo(actual) == 0, what + ": " + expected + " expected, " + actual + " found");
    }

    /// Each day of October that is complete, for workloads that the case has.
    private void drivers() {
        List<Map<String, String>> quantities = Csv.read(Drivers.FILE, Drivers.COLUMNS);
        that(quantities.size() == 4 * Case.LAST_COMPLETE.getDayOfMonth(), "four drivers a day");
        for (Map<String, String> row : quantities) {
            that(Csv.number(row, "quantity").signum() > 0, "something done in " + row);
            that(Case.WORKLOADS.stream().anyMatch(each -> row.get("scope").equals(each.namespace() + "/" + each.name())),
                    "a workload of the case in " + row);
        }
    }

    private void billing() {
        Map<?, ?> periods = (Map<?, ?>) answers.get("controlTotalsByBillingPeriod");
        periods.forEach((period, totals) -> {
            List<Map<String, String>> file = Csv.read("billing/focus-" + period + ".csv.gz", Focus.COLUMNS);
            totals((Map<?, ?>) totals, file, period.toString());
            that(file.stream().allMatch(row -> row.get("BillingPeriodStart").equals(period + "-01T00:00:00Z")),
                    period + ": one billing period a file");
            rows.addAll(file);
        });
        totals((Map<?, ?>) ((Map<?, ?>) answers.get("controlTotals")).get("USD"), rows, "all");
        that(rows.stream().map(row -> row.get("ChargePeriodStart")).distinct().count() == 123, "123 days");
        that(rows.stream().allMatch(row -> row.get("BillingCurrency").equals("USD")), "only USD");
        for (Map<String, String> row : rows) {
            that(Csv.number(row, "BilledCost").scale() <= 10, "ten decimals in " + row);
            if (!row.get("PricingQuantity").isEmpty())
                equal(Csv.number(row, "ListUnitPrice").multiply(Csv.number(row, "PricingQuantity")),
                        Csv.number(row, "ListCost"), "price times quantity of " + row.get("ChargeDescription"));
        }
    }

    private void totals(Map<?, ?> totals, List<Map<String, String>> file, String what) {
        equal((BigDecimal) totals.get("rows"), BigDecimal.valueOf(file.size()), what + " rows");
        Map.of("billed", "BilledCost", "effective", "EffectiveCost", "list", "ListCost", "contracted", "ContractedCost")
                .forEach((name, column) -> equal(money(totals, name), sum(file, column), what + " " + name));
    }

    /// On the last complete day each node group costs what the size at HEAD costs, by the published rates.
    private void nodes() {
        for (Workload workload : Case.WORKLOADS) {
            List<Map<String, String>> day = rows.stream()
                    .filter(row -> row.get("ChargePeriodStart").startsWith(Case.LAST_COMPLETE.toString())
                            && row.get("ResourceName").endsWith(workload.namespace() + "-" + workload.name()))
                    .toList();
            boolean gpu = workload.name().equals("gpu-finetune");
            BigDecimal hour = gpu ? new BigDecimal("4.848") : workload.size().costPerHour();
            equal(hour.multiply(BigDecimal.valueOf(workload.hours())), sum(day, "ListCost"), workload.name() + " a day");
            that(day.stream().allMatch(row -> row.get("Tags").contains("\"app.kubernetes.io/name\":\"" + workload.name() + "\"")),
                    workload.name() + " is tagged");
        }
        Map<?, ?> match = (Map<?, ?>) answers.get("match");
        List<Map<String, String>> compute = rows.stream().filter(row -> row.get("ServiceCategory").equals("Compute")
                && row.get("ServiceName").equals("Amazon Elastic Compute Cloud")).toList();
        equal(money(match, "total"), sum(compute, "EffectiveCost"), "cost of nodes and machines");
        equal(money(match, "untagged"), sum(compute.stream().filter(row -> row.get("Tags").isEmpty()).toList(), "EffectiveCost"),
                "untagged nodes");
    }

    /// The four events whose cost without the event can be told from the file itself.
    private void impacts() {
        Map<String, BigDecimal> expected = new HashMap<>();
        for (Object event : (List<?>) answers.get("anomalies"))
            expected.put(((Map<?, ?>) event).get("id").toString(), money((Map<?, ?>) event, "impact"));
        BigDecimal before = Case.FEATURE_BEFORE.costPerHour().multiply(BigDecimal.valueOf(24 * 24));
        equal(expected.get("feature-extraction-shift"),
                sum(between("2026-10-06", "2026-10-29", "ResourceName", "karpenter-data-processing-" + Case.FEATURE), "ListCost")
                        .subtract(before),
                "impact of the level shift");
        equal(expected.get("gpu-drop"),
                sum(between("2026-09-22", "2026-09-24", "ResourceName", "karpenter-language-gpu-finetune"), "ListCost")
                        .subtract(new BigDecimal("4.848").multiply(BigDecimal.valueOf(72))),
                "impact of the drop");
        equal(expected.get("rekognition-new"),
                sum(between("2026-07-01", "2026-10-29", "ServiceName", "Amazon Rekognition"), "ListCost"), "impact of the new service");
        BigDecimal price = between("2026-07-01", "2026-10-29", "SkuMeter", "NAT gateway GB").stream()
                .map(row -> Csv.number(row, "ListUnitPrice").subtract(new BigDecimal("0.045")).multiply(Csv.number(row, "PricingQuantity")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        equal(expected.get("nat-price"), price, "impact of the price change");
    }

    private List<Map<String, String>> between(String first, String last, String column, String value) {
        return rows.stream().filter(row -> row.get(column).equals(value)).filter(row -> {
            String day = row.get("ChargePeriodStart").substring(0, 10);
            return day.compareTo(first) >= 0 && day.compareTo(last) <= 0;
        }).toList();
    }

    private void telemetry() {
        Map<String, double[]> cpu = observed("telemetry/container_cpu_usage_cores.json.gz", 1);
        Map<String, double[]> memory = observed("telemetry/container_memory_working_set_bytes.json.gz", 1 << 30);
        for (Object item : (List<?>) answers.get("rightsizing")) {
            Map<?, ?> workload = (Map<?, ?>) item;
            String key = workload.get("namespace") + "/" + workload.get("container");
            Map<?, ?> observed = (Map<?, ?>) workload.get("observed");
            if (observed == null) {
                that(!cpu.containsKey(key), key + " is a blind spot");
                continue;
            }
            that(Math.abs(money(observed, "podCpuP995").doubleValue() - pods(cpu, key, true)) < 0.001, key + " cpu");
            that(Math.abs(money(observed, "podMemoryMaxGiB").doubleValue() - pods(memory, key, false)) < 0.001, key + " memory");
        }
    }

    /// The highest of the pods' percentiles or maxima. Namespace and container tell the workloads of this case apart.
    private static double pods(Map<String, double[]> series, String key, boolean percentile) {
        return series.entrySet().stream().filter(entry -> entry.getKey().startsWith(key + "/")).map(Map.Entry::getValue)
                .mapToDouble(values -> percentile ? values[(int) Math.ceil(0.995 * values.length) - 1] : values[values.length - 1])
                .max().orElseThrow();
    }

    /// Sorted values by namespace, container and pod.
    private Map<String, double[]> observed(String file, double unit) {
        Map<String, double[]> out = new TreeMap<>();
        Map<?, ?> data = (Map<?, ?>) ((Map<?, ?>) Json.read(Output.read(file))).get("data");
        long first = Case.TELEMETRY_START.getEpochSecond();
        long last = first + Duration.ofDays(21).toSeconds() - Case.STEP_SECONDS;
        for (Object series : (List<?>) data.get("result")) {
            Map<?, ?> labels = (Map<?, ?>) ((Map<?, ?>) series).get("metric");
            List<?> samples = (List<?>) ((Map<?, ?>) series).get("values");
            List<Long> times = samples.stream().map(sample -> ((BigDecimal) ((List<?>) sample).getFirst()).longValueExact()).toList();
            that(times.getFirst() >= first && times.getLast() <= last && times.equals(times.stream().distinct().sorted().toList())
                    && times.stream().allMatch(time -> time % Case.STEP_SECONDS == 0), file + " grid of " + labels);
            out.put(labels.get("namespace") + "/" + labels.get("container") + "/" + labels.get("pod"), samples.stream()
                    .mapToDouble(sample -> Double.parseDouble(((List<?>) sample).get(1).toString()) / unit).sorted().toArray());
        }
        that(out.keySet().stream().map(key -> key.split("/")[2]).distinct().count() == out.size(), file + " one series a pod");
        return out;
    }

    /// History in order, every file used, and the sizes at HEAD as the bill charges them.
    private void gitops() {
        List<?> commits = (List<?>) Json.read(Output.read("gitops/history.json"));
        List<Instant> times = commits.stream().map(commit -> Instant.parse(((Map<?, ?>) commit).get("time").toString())).toList();
        that(times.equals(times.stream().sorted().toList()), "commits in order");
        that(commits.toString().contains(((Map<?, ?>) answers.get("commit")).get("subject").toString()), "the commit is there");
        TreeSet<String> used = new TreeSet<>();
        commits.forEach(commit -> ((Map<?, ?>) ((Map<?, ?>) commit).get("put")).values().forEach(file -> used.add(file.toString())));
        that(used.equals(Csv.files("gitops/files")), "files of the history and files on disk");
        Map<String, String> head = Checkout.tree(commits.size());
        Map<String, List<String>> sizes = Map.of("data-pipelines/vision/application.yaml",
                List.of("replicas: 9 #", "cpu: 4 #", "memory: 16Gi #"), "data-pipelines/caption/application.yaml",
                List.of("replicaCount: 6", "cpu: \"2\"", "memory: 8Gi"), "overlays/prod/kustomization.yaml", List.of("count: 8"),
                "overlays/prod/ocr-workers-size.yaml", List.of("cpu: \"1\"", "memory: 4Gi"),
                "overlays/prod/embedding-api-size.yaml", List.of("cpu: \"2\"", "minReplicas: 6"), "audio/audio-align.yaml",
                List.of("replicas: 4", "cpu: 4", "memory: 16g"), "language/gpu-finetune.yaml", List.of("replicas: 4", "gpu: 1"),
                "platform/lineage-sync.yaml", List.of("cpu: 500m", "memory: 2Gi"));
        sizes.forEach((path, parts) -> parts.forEach(part -> that(head.get(path).contains(part), path + " says " + part)));
        String dump = Output.read("cluster/dump.yaml");
        Case.WORKLOADS.forEach(workload -> {
            that(dump.contains("name: " + workload.name() + "\n    namespace: " + workload.namespace()), workload.name() + " is live");
            that(head.values().stream().anyMatch(text -> text.contains("name: " + workload.name())), workload.name() + " is in Git");
        });
        that(dump.contains("cpu: 1500m") && dump.contains("manager: kubectl-edit"), "one request is edited by hand");
    }

    private static BigDecimal money(Map<?, ?> map, String name) {
        return new BigDecimal(map.get(name).toString());
    }

    private static BigDecimal sum(List<Map<String, String>> file, String column) {
        return file.stream().map(row -> Csv.number(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
