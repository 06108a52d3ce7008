import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The lines of the bill: node groups of the workloads, machines, storage, network and the services around them.
final class Bill {
    private static final String EC2 = "Amazon Elastic Compute Cloud";
    private static final String S3 = "Amazon Simple Storage Service";
    private static final String VPC = "Amazon Virtual Private Cloud";
    private static final String TRANSFER = "AWS Data Transfer";
    private static final String MSK = "Amazon Managed Streaming for Apache Kafka";

    static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Case.WORKLOADS.forEach(workload -> nodes(lines, workload));
        machines(lines);
        buckets(lines);
        network(lines);
        services(lines);
        return lines;
    }

    /// A workload's own node group is charged by core-hour and GiB-hour; one with GPUs by the node.
    private static void nodes(List<Line> lines, Workload workload) {
        String group = "karpenter-" + workload.namespace() + "-" + workload.name();
        String arn = "arn:aws:autoscaling:us-east-1:" + Focus.SUB_ACCOUNTS.get(workload.team()) + ":autoScalingGroup:" + group;
        Map<String, String> tags = Map.of("team", workload.team(), "modality", workload.modality(), "env", "prod", "project",
                "MultimodalAI", "app.kubernetes.io/name", workload.name(), "kubernetes-namespace", workload.namespace(),
                "eks:cluster-name", Case.CLUSTER);
        if (workload.name().equals("gpu-finetune")) {
            Line.Sku sku = compute("g5.2xlarge node hours", 8, 32, "1.212", "g5.2xlarge", 1);
            lines.add(new Line(sku, arn, group, "Auto Scaling group", workload.team(), tags, "gpu-drop", (day, line) -> Line
                    .moved(24.0 * (day.within(Case.GPU_DROP, 3) ? 1 : workload.size().replicas()),
                            24.0 * workload.size().replicas(), line)));
            return;
        }
        String event = workload.name().equals(Case.FEATURE) ? "feature-extraction-shift" : "";
        for (boolean cpu : new boolean[] {true, false}) {
            Line.Sku sku = new Line.Sku(EC2, "Compute", "Virtual Machines",
                    cpu ? "m6i node core-hours" : "m6i node GiB-hours", cpu ? "Core-Hours" : "GiB-Hours",
                    "{\"InstanceSeries\":\"m6i\",\"OperatingSystem\":\"Linux\"}",
                    (cpu ? Case.CPU_HOUR : Case.GIB_HOUR).toPlainString());
            lines.add(new Line(sku, arn, group, "Auto Scaling group", workload.team(), tags, event,
                    (day, line) -> sized(workload, cpu, day, line)));
        }
    }

    /// Replicas times cores (or GiB) times hours. The day of the commit has 18 hours of the old size and 6 of the new.
    private static Line.Use sized(Workload workload, boolean cpu, Line.Day day, Line line) {
        if (!workload.name().equals(Case.FEATURE))
            return Line.same(workload.hours() * part(workload.size(), cpu), line);
        double before = part(Case.FEATURE_BEFORE, cpu);
        double after = part(workload.size(), cpu);
        double hoursAfter = day.date().equals(Case.LEVEL_SHIFT) ? 6 : day.date().isAfter(Case.LEVEL_SHIFT) ? 24 : 0;
        return Line.moved(before * (24 - hoursAfter) + after * hoursAfter, before * 24, line);
    }

    private static double part(Workload.Size size, boolean cpu) {
        return size.replicas() * Double.parseDouble(cpu ? size.cpu() : size.memoryGiB());
    }

    /// Two machines outside Kubernetes, and the nodes that all teams share, which carry no tags.
    private static void machines(List<Line> lines) {
        lines.add(new Line(compute("m6i.2xlarge hours", 8, 32, "0.384", "m6i.2xlarge", 0), Case.ANNOTATION_VM,
                "annotation-vm", "Virtual machine", "vision", tags("vision", "image"), "",
                (day, line) -> Line.same(day.weekend() ? 10 : 24, line)));
        lines.add(new Line(compute("r6i.xlarge hours", 4, 32, "0.252", "r6i.xlarge", 0), Case.LICENSE_VM, "license-vm",
                "Virtual machine", "platform", tags("platform", "shared"), "", Line.steady(24)));
        lines.add(new Line(compute("m6i.xlarge hours", 4, 16, "0.192", "m6i.xlarge", 0),
                "arn:aws:autoscaling:us-east-1:044455556666:autoScalingGroup:karpenter-system", "karpenter-system",
                "Auto Scaling group", "platform", Map.of(), "", Line.steady(5 * 24)));
        Line.Sku gp3 = new Line.Sku(EC2, "Storage", "Block Storage", "gp3 volume GB-months", "GB-Months",
                "{\"DiskType\":\"SSD\",\"x_VolumeType\":\"gp3\"}", "0.08");
        volume(lines, gp3, "vol-0b1c2d3e4f5061728", "multimodal-feature-extraction-data", 500, "vision", "image");
        volume(lines, gp3, "vol-0c2d3e4f506172839", "ocr-workers-cache", 800, "vision", "image");
        volume(lines, gp3, "vol-0d3e4f50617283940", "kafka-connect-offsets", 100, "platform", "shared");
        lines.add(new Line(gp3, "arn:aws:ec2:us-east-1:044455556666:volume/vol-0e4f5061728394a5b", "", "Volume", "platform",
                Map.of(), "", Line.steady(16.12903)));
    }

    private static void volume(List<Line> lines, Line.Sku sku, String id, String name, int gib, String team, String modality) {
        lines.add(new Line(sku, "arn:aws:ec2:us-east-1:" + Focus.SUB_ACCOUNTS.get(team) + ":volume/" + id, name, "Volume",
                team, tags(team, modality), "", (day, line) -> Line.same((double) gib / day.date().lengthOfMonth(), line)));
    }

    private static void buckets(List<Line> lines) {
        bucket(lines, "lake-raw-image", "vision", "image", 36_000, 0.008);
        bucket(lines, "lake-raw-audio", "audio", "audio", 22_000, 0);
        bucket(lines, "lake-raw-text", "language", "text", 6_000, 0);
        bucket(lines, "lake-embeddings", "language", "text", 9_000, 0);
    }

    /// Storage grows by a fifth of a per mille a day; the bucket that drifts by `drift` a day from its known day on.
    private static void bucket(List<Line> lines, String name, String team, String modality, double gb, double drift) {
        Map<String, String> tags = tags(team, modality);
        String arn = "arn:aws:s3:::" + name;
        Line.Sku storage = new Line.Sku(S3, "Storage", "Object Storage", "Standard storage GB-months", "GB-Months",
                "{\"StorageClass\":\"STANDARD\"}", "0.023");
        lines.add(new Line(storage, arn, name, "Bucket", team, tags, drift > 0 ? "raw-image-drift" : "", (day, line) -> {
            double normal = gb * StrictMath.pow(1.0002, Case.FIRST.until(day.date(), java.time.temporal.ChronoUnit.DAYS))
                    / day.date().lengthOfMonth() * (1 + 0.002 * day.noise());
            long late = Math.max(0, Case.DRIFT.until(day.date(), java.time.temporal.ChronoUnit.DAYS));
            return Line.moved(normal * StrictMath.pow(1 + drift, late), normal, line);
        }));
        for (boolean write : new boolean[] {true, false}) {
            Line.Sku requests = new Line.Sku(S3, "Storage", "Object Storage", write ? "PUT requests" : "GET requests",
                    "1000 Requests", "{\"StorageClass\":\"STANDARD\"}", write ? "0.005" : "0.0004");
            lines.add(new Line(requests, arn, name, "Bucket", team, tags, "",
                    Line.weekly(gb / (write ? 30 : 3), 0.55, 0.06)));
        }
    }

    private static void network(List<Line> lines) {
        Line.Sku out = new Line.Sku(TRANSFER, "Networking", "Network Connectivity", "Data transfer out GB", "GB", "", "0.09");
        lines.add(new Line(out, "arn:aws:s3:::lake-raw-image", "lake-raw-image", "Bucket", "vision", tags("vision", "image"),
                "", Line.weekly(140, 0.5, 0.06)));
        lines.add(new Line(out, "arn:aws:s3:::lake-raw-text", "lake-raw-text", "Bucket", "language",
                tags("language", "text"), "",
                (day, line) -> Line.same(Line.seasonal(day, 90, 0.5, 0.06) * (day.monthEnd() ? 3 : 1), line)));
        lines.add(new Line(out, "arn:aws:s3:::lake-raw-audio", "lake-raw-audio", "Bucket", "audio", tags("audio", "audio"),
                "audio-egress-spike", (day, line) -> {
                    double normal = Line.seasonal(day, 70, 0.5, 0.06);
                    return Line.moved(day.within(Case.EGRESS_SPIKE, 2) ? normal * 14 : normal, normal, line);
                }));
        String nat = "arn:aws:ec2:us-east-1:044455556666:natgateway/nat-0a9b8c7d6e5f40312";
        lines.add(new Line(new Line.Sku(VPC, "Networking", "Network Infrastructure", "NAT gateway hours", "Hours", "", "0.045"),
                nat, "lake-nat", "NAT gateway", "platform", tags("platform", "shared"), "", Line.steady(72)));
        lines.add(new Line(new Line.Sku(VPC, "Networking", "Network Infrastructure", "NAT gateway GB", "GB", "", "0.045"), nat,
                "lake-nat", "NAT gateway", "platform", tags("platform", "shared"), "nat-price", (day, line) -> {
                    double gb = 1500 * (1 + 0.01 * day.noise());
                    return new Line.Use(gb, gb, day.date().isBefore(Case.PRICE_CHANGE) ? "0.045" : "0.059", "0.045");
                }));
    }

    private static void services(List<Line> lines) {
        String cluster = "arn:aws:kafka:us-east-1:044455556666:cluster/lake-events";
        lines.add(new Line(new Line.Sku(MSK, "Analytics", "Streaming Analytics", "kafka.m5.large broker hours", "Hours", "",
                "0.21"), cluster, "lake-events", "Kafka cluster", "platform", tags("platform", "shared"), "", Line.steady(72)));
        lines.add(new Line(new Line.Sku(MSK, "Analytics", "Streaming Analytics", "Kafka storage GB-months", "GB-Months", "",
                "0.1"), cluster, "lake-events", "Kafka cluster", "platform", tags("platform", "shared"), "",
                (day, line) -> Line.same(3000.0 / day.date().lengthOfMonth(), line)));
        lines.add(new Line(new Line.Sku("Amazon CloudWatch", "Management and Governance", "Observability", "Log ingestion GB",
                "GB", "", "0.5"), "arn:aws:logs:us-east-1:044455556666:log-group:/eks/lake-prod-use1", "/eks/lake-prod-use1",
                "Log group", "platform", tags("platform", "shared"), "", Line.weekly(26, 0.7, 0.05)));
        lines.add(new Line(new Line.Sku("Amazon Elastic Kubernetes Service", "Compute", "Containers", "Control plane hours",
                "Hours", "", "0.1"), "arn:aws:eks:us-east-1:044455556666:cluster/lake-prod-use1", "lake-prod-use1",
                "Kubernetes cluster", "platform", Map.of(), "", Line.steady(24)));
        lines.add(new Line(new Line.Sku("Amazon Rekognition", "AI and Machine Learning", "Machine Learning",
                "Label detection images", "Images", "", "0.001"), "", "", "", "vision", tags("vision", "image"),
                "rekognition-new", (day, line) -> {
                    double images = StrictMath.rint(Line.seasonal(day, 24_000, 0.35, 0.08));
                    return Line.moved(day.date().isBefore(Case.NEW_SERVICE) ? 0 : images, 0, line);
                }));
    }

    private static Line.Sku compute(String meter, int cores, int gib, String price, String type, int gpus) {
        return new Line.Sku(EC2, "Compute", "Virtual Machines", meter, "Hours",
                "{\"CoreCount\":" + cores + (gpus > 0 ? ",\"GpuCount\":" + gpus : "") + ",\"InstanceType\":\"" + type
                        + "\",\"MemorySize\":" + gib + ",\"OperatingSystem\":\"Linux\"}",
                price);
    }

    private static Map<String, String> tags(String team, String modality) {
        return Map.of("team", team, "modality", modality, "env", "prod", "project", "MultimodalAI");
    }

    private Bill() {
    }
}
