package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.List;
import java.util.Random;

/// Makes objects whose every cost value is written once in the whole clone, so that a wrong origin shows.
final class GeneratedObjects {
    static final List<String> KINDS = List.of("Deployment", "StatefulSet", "CronJob", "HorizontalPodAutoscaler",
            "SparkApplication", "RayCluster", "PersistentVolumeClaim", "Deployment", "DaemonSet");

    private final Random random;
    private int next = 100;

    GeneratedObjects(Random random) {
        this.random = random;
    }

    String number() {
        return String.valueOf(++next);
    }

    String cpu() {
        return quoted(++next + "m");
    }

    String memory() {
        return quoted(++next + "Mi");
    }

    private String quoted(String value) {
        return switch (random.nextInt(5)) {
            case 0 -> '"' + value + '"';
            case 1 -> "'" + value + "'";
            default -> value;
        };
    }

    String schedule() {
        return "\"" + ++next % 60 + " " + ++next % 24 + " * * *\"";
    }

    static String apiVersion(String kind) {
        return switch (kind) {
            case "Deployment", "StatefulSet", "DaemonSet" -> "apps/v1";
            case "CronJob" -> "batch/v1";
            case "HorizontalPodAutoscaler" -> "autoscaling/v2";
            case "SparkApplication" -> "sparkoperator.k8s.io/v1beta2";
            case "RayCluster" -> "ray.io/v1";
            default -> "v1";
        };
    }

    /// @param namespace empty for none
    String object(String kind, String name, String namespace) {
        String head = "apiVersion: " + apiVersion(kind) + "\nkind: " + kind + "\nmetadata:\n  name: " + name + "\n"
                + (namespace.isEmpty() ? "" : "  namespace: " + namespace + "\n")
                + "  labels: {app: " + name + ", tier: " + (random.nextBoolean() ? "web" : "db") + "}\nspec:\n";
        return head + switch (kind) {
            case "CronJob" ->
                "  schedule: " + schedule() + "\n  jobTemplate:\n    spec:\n      parallelism: " + number()
                        + "\n" + indented(template(), 4);
            case "HorizontalPodAutoscaler" -> "  minReplicas: " + number() + "\n  maxReplicas: " + number()
                    + "\n  metrics:\n    - type: Resource\n      resource:\n        name: cpu\n        target: "
                    + "{type: Utilization, averageUtilization: " + number() + "}\n";
            case "SparkApplication" -> "  driver: {cores: " + number() + ", memory: " + ++next + "m}\n  executor:\n"
                    + "    instances: " + number() + "\n    memory: \"" + ++next + "m\"\n  sparkConf:\n"
                    + "    spark.executor.memoryOverhead: \"" + ++next + "m\"\n";
            case "RayCluster" -> "  workerGroupSpecs:\n" + group("small") + group("large");
            case "PersistentVolumeClaim" ->
                "  storageClassName: class-" + ++next + "\n  resources: {requests: {storage: "
                        + ++next + "Gi}}\n";
            case "StatefulSet" -> "  replicas: " + number() + "\n" + template() + "  volumeClaimTemplates:\n"
                    + "    - metadata: {name: data}\n      spec:\n        resources:\n          requests:\n"
                    + "            storage: " + ++next + "Gi\n";
            case "DaemonSet" -> template();
            default -> (random.nextInt(4) == 0 ? "" : "  replicas: " + number() + " # how many\n") + template();
        };
    }

    private String group(String name) {
        return "    - groupName: " + name + "\n      replicas: " + number() + "\n      maxReplicas: " + number()
                + "\n      template:\n        spec:\n          containers:\n            - name: ray\n"
                + "              resources: {limits: {cpu: " + cpu() + ", memory: " + memory() + "}}\n";
    }

    private String template() {
        String list = "  template:\n    spec:\n";
        if (random.nextInt(3) == 0) {
            list += "      initContainers:\n" + container("init");
        }
        list += "      containers:\n" + container("app");
        if (random.nextBoolean()) {
            list += container("side");
        }
        return list;
    }

    private String container(String name) {
        String head = "        - name: " + name + "\n          image: example/" + name + "\n"
                + "          env:\n            - {name: A, value: b}\n";
        return head + switch (random.nextInt(3)) {
            case 0 -> "          resources: {requests: {cpu: " + cpu() + "}, limits: {memory: " + memory() + "}}\n";
            case 1 -> "          resources:\n            requests: &r" + name + "\n              cpu: " + cpu()
                    + "\n              memory: " + memory() + "\n            limits:\n              <<: *r" + name
                    + "\n              cpu: " + cpu() + "\n";
            default ->
                "          resources:\n            requests:\n              # measured\n              cpu: " + cpu()
                        + "\n              memory: " + memory() + "\n            limits: {memory: " + memory() + "}\n";
        };
    }

    static String indented(String text, int columns) {
        return text.lines().map(line -> line.isEmpty() ? line : " ".repeat(columns) + line + "\n")
                .reduce("", String::concat);
    }
}
