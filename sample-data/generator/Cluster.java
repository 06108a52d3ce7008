import java.util.List;

/// Writes the dump of the live objects, as `kubectl get -A -o yaml --show-managed-fields` would: what Git says at HEAD,
/// except one CPU request and one memory size edited by hand, one replica count that an HPA owns, one pod resized in place, and one
/// Deployment that nobody declared.
final class Cluster {
    static final String EDITED = "kafka-connect";
    static final String EDITED_CPU = "1500m";
    static final String EDITED_AT = "2026-10-31T22:40:00Z";
    static final String SCALED = "embedding-api";
    static final String GROWN = "redaction-proxy";
    static final String GROWN_MEMORY = "3Gi";
    static final String GROWN_AT = "2026-10-30T06:12:00Z";
    static final String RESIZED = "quality-gate";
    static final String RESIZED_CPU = "2";
    static final String RESIZED_AT = "2026-10-31T14:05:00Z";
    static final String UNDECLARED = "kafka-debug";
    private final StringBuilder out = new StringBuilder("apiVersion: v1\nitems:\n");

    void write() {
        Case.WORKLOADS.forEach(this::workload);
        autoscaler();
        pod("quality-gate-8cmtbf96lw-knnvz", RESIZED_CPU);
        pod("quality-gate-8cmtbf96lw-ztfc8", "1");
        undeclared();
        volume(Case.FEATURE + "-data", "data-processing", "500Gi");
        volume("kafka-connect-offsets", "platform", "100Gi");
        out.append("kind: List\nmetadata:\n  resourceVersion: \"\"\n");
        Output.write("cluster/dump.yaml", out.toString());
    }

    private void workload(Workload workload) {
        switch (workload.kind()) {
            case "SparkApplication" -> spark(workload);
            case "FlinkDeployment" -> flink(workload);
            case "CronJob" -> cronJob(workload);
            default -> replicated(workload);
        }
    }

    private void replicated(Workload workload) {
        boolean set = workload.kind().equals("StatefulSet");
        head("apps/v1", workload.kind(), workload.namespace(), workload.name(), FieldManagers.of(workload));
        item("""
                spec:
                  replicas: %d
                  selector:
                    matchLabels:
                      app.kubernetes.io/name: %s
                """.formatted(workload.size().replicas(), workload.name()) + (set ? "  serviceName: ocr-workers\n" : ""));
        item(("template:\n" + podTemplate(workload)).indent(2));
        if (set)
            item("""
                    volumeClaimTemplates:
                    - apiVersion: v1
                      kind: PersistentVolumeClaim
                      metadata:
                        name: cache
                      spec:
                        accessModes:
                        - ReadWriteOnce
                        resources:
                          requests:
                            storage: 100Gi
                        storageClassName: gp3
                    """.indent(2));
        item("status:\n  readyReplicas: %1$d\n  replicas: %1$d\n".formatted(workload.size().replicas()));
    }

    private static String podTemplate(Workload workload) {
        String cpu = workload.name().equals(EDITED) ? EDITED_CPU : cpu(workload);
        String gpu = workload.name().equals("gpu-finetune") ? "\n        nvidia.com/gpu: \"1\"" : "";
        String memory = workload.name().equals(GROWN) ? GROWN_MEMORY : memory(workload);
        return """
                metadata:
                  labels:
                    app.kubernetes.io/name: %1$s
                    team: %2$s
                spec:
                  containers:
                  - name: %3$s
                    resources:
                      limits:
                        memory: %4$s%6$s
                      requests:
                        cpu: %5$s
                        memory: %4$s%6$s
                """.formatted(workload.name(), workload.team(), workload.container(), memory, cpu, gpu).indent(2);
    }

    private void cronJob(Workload workload) {
        head("batch/v1", "CronJob", workload.namespace(), workload.name(), List.of());
        item("""
                spec:
                  concurrencyPolicy: Forbid
                  jobTemplate:
                    spec:
                      backoffLimit: 2
                      template:
                """);
        item(podTemplate(workload).indent(6));
        item("  schedule: 15 2 * * *\n  suspend: false\n");
    }

    private void spark(Workload workload) {
        int gib = Integer.parseInt(workload.size().memoryGiB());
        boolean language = workload.name().equals("language-dedup");
        head("sparkoperator.k8s.io/v1beta2", "SparkApplication", workload.namespace(), workload.name(), List.of());
        item("""
                spec:
                  driver:
                    cores: 1
                    memory: %s
                  executor:
                    cores: %s
                    instances: %d
                    memory: %s
                    memoryOverhead: %dm
                  mode: cluster
                status:
                  applicationState:
                    state: RUNNING
                """.formatted(language ? "1g" : "2g", workload.size().cpu(), workload.size().replicas(),
                language ? "3g" : gib * 768 + "m", gib * 256));
    }

    private void flink(Workload workload) {
        head("flink.apache.org/v1beta1", "FlinkDeployment", workload.namespace(), workload.name(), List.of());
        item("""
                spec:
                  flinkConfiguration:
                    execution.checkpointing.interval: 120s
                    state.backend.type: rocksdb
                    taskmanager.numberOfTaskSlots: "4"
                  job:
                    parallelism: 16
                    state: running
                    upgradeMode: savepoint
                  jobManager:
                    replicas: 1
                    resource:
                      cpu: 1
                      memory: 2g
                  taskManager:
                    replicas: %d
                    resource:
                      cpu: %s
                      memory: %sg
                """.formatted(workload.size().replicas(), workload.size().cpu(), workload.size().memoryGiB()));
    }

    private void autoscaler() {
        head("autoscaling/v2", "HorizontalPodAutoscaler", "language", SCALED, List.of());
        item("""
                spec:
                  maxReplicas: 12
                  metrics:
                  - resource:
                      name: cpu
                      target:
                        averageUtilization: 70
                        type: Utilization
                    type: Resource
                  minReplicas: 6
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: embedding-api
                status:
                  currentReplicas: 6
                  desiredReplicas: 6
                """);
    }

    /// A pod of the workload that was resized in place: its template still says 1.
    private void pod(String name, String cpu) {
        boolean resized = cpu.equals(RESIZED_CPU);
        String fields = "f:containers:\n  k:{\"name\":\"" + RESIZED + "\"}:\n    f:resources:\n      f:requests:\n        f:cpu: {}\n";
        out.append("- apiVersion: v1\n");
        item("kind: Pod\nmetadata:\n  labels:\n    app.kubernetes.io/name: " + RESIZED + "\n"
                + (resized
                        ? "  managedFields:\n"
                                + FieldManagers.entry("kubectl-patch", "Update", "resize", RESIZED_AT, fields).replace("apps/v1", "v1").indent(2)
                        : "")
                + "  name: " + name + "\n  namespace: platform\n  ownerReferences:\n  - apiVersion: apps/v1\n    controller: true\n"
                + "    kind: ReplicaSet\n    name: quality-gate-8cmtbf96lw\n");
        String resources = "  - name: " + RESIZED + "\n    resources:\n      limits:\n        memory: 2Gi\n      requests:\n        cpu: \""
                + cpu + "\"\n        memory: 2Gi\n";
        item("spec:\n  containers:\n" + resources + "status:\n  containerStatuses:\n" + resources + "  phase: Running\n");
    }

    /// What somebody left behind; no manifest knows it.
    private void undeclared() {
        head("apps/v1", "Deployment", "platform", UNDECLARED, List.of(FieldManagers.entry("kubectl-create", "Update", "",
                "2026-10-14T17:31:00Z", "f:replicas: {}\nf:template:\n  f:spec:\n    f:containers:\n      k:{\"name\":\"shell\"}:\n"
                        + "        f:resources:\n          f:requests:\n            f:cpu: {}\n            f:memory: {}\n")));
        item("""
                spec:
                  replicas: 1
                  selector:
                    matchLabels:
                      app.kubernetes.io/name: kafka-debug
                  template:
                    metadata:
                      labels:
                        app.kubernetes.io/name: kafka-debug
                    spec:
                      containers:
                      - name: shell
                        resources:
                          requests:
                            cpu: "2"
                            memory: 4Gi
                """);
    }

    private void volume(String name, String namespace, String size) {
        head("v1", "PersistentVolumeClaim", namespace, name, List.of());
        item("""
                spec:
                  accessModes:
                  - ReadWriteOnce
                  resources:
                    requests:
                      storage: %s
                  storageClassName: gp3
                status:
                  phase: Bound
                """.formatted(size));
    }

    private void head(String version, String kind, String namespace, String name, List<String> managers) {
        out.append("- apiVersion: ").append(version).append('\n');
        String labels = kind.equals("PersistentVolumeClaim") || kind.startsWith("Horizontal") ? ""
                : "  labels:\n    app.kubernetes.io/name: " + name + "\n";
        String fields = managers.isEmpty() ? "" : "  managedFields:\n" + String.join("", managers).indent(2);
        item("kind: " + kind + "\nmetadata:\n" + labels + fields + "  name: " + name + "\n  namespace: " + namespace + "\n");
    }

    private void item(String text) {
        out.append(text.indent(2));
    }

    static String cpu(Workload workload) {
        return workload.size().cpu().equals("0.5") ? "500m" : '"' + workload.size().cpu() + '"';
    }

    static String memory(Workload workload) {
        return workload.size().memoryGiB() + "Gi";
    }
}
