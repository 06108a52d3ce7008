package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.Random;

/// Strategic and JSON patches for generated objects.
final class GeneratedPatches {
    private final Random random;
    private final GeneratedObjects objects;

    GeneratedPatches(Random random, GeneratedObjects objects) {
        this.random = random;
        this.objects = objects;
    }

    String target(GeneratedClone.Known of) {
        return switch (random.nextInt(5)) {
            case 0 -> "{kind: " + of.kind() + "}";
            case 1 -> "{kind: " + of.kind() + ", name: \".*" + of.name().substring(1, 4) + ".*\"}";
            case 2 -> "{kind: " + of.kind() + ", labelSelector: \"app=" + of.name() + "\"}";
            case 3 -> "{kind: " + of.kind() + ", labelSelector: \"tier in (web, db),!nosuch,app!=zero\"}";
            default -> "{kind: " + of.kind() + ", name: " + of.name() + "}";
        };
    }

    String strategic(GeneratedClone.Known of) {
        String head = "apiVersion: " + GeneratedObjects.apiVersion(of.kind()) + "\nkind: " + of.kind()
                + "\nmetadata:\n  name: " + of.name() + "\n"
                + (of.namespace().isEmpty() ? "" : "  namespace: " + of.namespace() + "\n") + "spec:\n";
        return head + switch (of.kind()) {
            case "CronJob" -> "  suspend: false\n  jobTemplate:\n    spec:\n      template:\n"
                    + GeneratedObjects.indented(containers(), 4);
            case "HorizontalPodAutoscaler" -> random.nextBoolean()
                    ? "  minReplicas: " + objects.number() + "\n"
                    : "  maxReplicas: " + objects.number() + "\n  metrics:\n    - type: Resource\n      resource:\n"
                            + "        name: memory\n        target: {averageValue: " + objects.memory() + "}\n";
            case "SparkApplication" -> "  executor:\n    instances: " + objects.number() + "\n    memory: null\n";
            case "RayCluster" -> random.nextBoolean()
                    ? "  workerGroupSpecs:\n    - groupName: large\n      replicas: " + objects.number()
                            + "\n      template: {spec: {containers: [{name: ray, resources: {limits: {cpu: "
                            + objects.cpu() + "}}}]}}\n"
                    : "  workerGroupSpecs:\n    - groupName: other\n      minReplicas: " + objects.number() + "\n";
            case "PersistentVolumeClaim" -> "  resources:\n    requests:\n      storage: " + objects.number() + "Gi\n";
            default -> (of.kind().equals("DaemonSet") || random.nextInt(3) > 0
                    ? ""
                    : "  replicas: " + (random.nextInt(4) == 0 ? "null" : objects.number()) + "\n") + "  template:\n"
                    + containers();
        };
    }

    /// A JSON patch that fits between single quotes.
    String oneLine(GeneratedClone.Known of) {
        return switch (of.kind()) {
            case "Deployment", "StatefulSet" -> "[{\"op\": \"add\", \"path\": \"/spec/replicas\", \"value\": "
                    + objects.number() + "}]";
            case "HorizontalPodAutoscaler" -> "[{\"op\": \"replace\", \"path\": \"/spec/minReplicas\", \"value\": "
                    + objects.number() + "}]";
            default -> "[{\"op\": \"add\", \"path\": \"/metadata/annotations\", \"value\": {\"a\": \"b\"}}]";
        };
    }

    String deleted(GeneratedClone.Known of) {
        return "apiVersion: " + GeneratedObjects.apiVersion(of.kind()) + "\nkind: " + of.kind()
                + "\nmetadata:\n  name: "
                + of.name() + "\n" + (of.namespace().isEmpty() ? "" : "  namespace: " + of.namespace() + "\n")
                + "$patch: delete\n";
    }

    private String containers() {
        StringBuilder list = new StringBuilder("    spec:\n      containers:\n");
        switch (random.nextInt(7)) {
            case 6 -> list.append("        - name: app\n          ports: [{containerPort: 80}]\n")
                    .append("          resources: {limits: {cpu: ").append(objects.cpu()).append("}}\n");
            case 0 -> list.append("        - name: side\n          $patch: delete\n");
            case 1 -> list.append("        - name: extra\n          image: x\n          resources: {limits: {memory: ")
                    .append(objects.memory()).append("}}\n");
            case 2 -> list.append("        - name: app\n          resources:\n            $patch: replace\n")
                    .append("            limits: {cpu: ").append(objects.cpu()).append("}\n");
            case 3 -> list.append("        - name: app\n          env:\n            - {name: B, value: c}\n")
                    .append("          resources: {requests: {memory: null, cpu: ").append(objects.cpu())
                    .append("}}\n");
            case 4 ->
                list.append("        - $patch: replace\n        - name: only\n          resources: {requests: {cpu: ")
                        .append(objects.cpu()).append("}}\n");
            default ->
                list.append("        - name: app\n          resources:\n            limits:\n              memory: ")
                        .append(objects.memory()).append('\n');
        }
        if (random.nextInt(5) == 0) {
            list.append("      initContainers: null\n");
        }
        return list.toString();
    }

    String json(GeneratedClone.Known of) {
        String resources = "/spec/" + (of.kind().equals("CronJob") ? "jobTemplate/spec/" : "")
                + "template/spec/containers/0/resources";
        return switch (of.kind()) {
            case "HorizontalPodAutoscaler" -> "- op: replace\n  path: /spec/maxReplicas\n  value: " + objects.number()
                    + "\n- op: add\n  path: /spec/metrics/0/resource/target/averageUtilization\n  value: "
                    + objects.number() + "\n";
            case "SparkApplication" ->
                "[{\"op\": \"add\", \"path\": \"/spec/sparkConf/spark.executor.memory\", \"value\": \""
                        + objects.number() + "m\"}]\n";
            case "RayCluster" -> "- {op: add, path: /spec/workerGroupSpecs/0/replicas, value: " + objects.number()
                    + "}\n- {op: copy, from: /spec/workerGroupSpecs/0, path: /spec/workerGroupSpecs/-}\n"
                    + "- {op: replace, path: /spec/workerGroupSpecs/-1/groupName, value: copied" + objects.number()
                    + "}\n";
            case "PersistentVolumeClaim" -> "- {op: test, path: /kind, value: PersistentVolumeClaim}\n"
                    + "- {op: replace, path: /spec/resources/requests/storage, value: " + objects.number() + "Gi}\n";
            default -> switch (random.nextInt(4)) {
                case 0 -> "- op: add\n  path: " + resources + "\n  value:\n    requests:\n      cpu: " + objects.cpu()
                        + "\n      memory: " + objects.memory() + "\n";
                case 1 -> "- op: remove\n  path: " + resources + "\n";
                case 2 -> "- op: move\n  from: " + resources + "\n  path: " + resources.replace("/0/", "/0/") + "\n"
                        + "- op: add\n  path: /metadata/annotations\n  value: {a~b: c}\n";
                default -> "- op: add\n  path: " + resources.replace("/0/resources", "/-") + "\n  value:\n"
                        + "    name: added" + objects.number() + "\n    resources: {limits: {nvidia.com/gpu: "
                        + objects.number() + "}}\n";
            };
        };
    }
}
