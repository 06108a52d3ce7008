package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which lists of the built-in kinds are merged by key. Facts of the API description (Kubernetes 1.21) that kustomize
/// carries; a kind or version that is not in it has none, and all its lists are replaced as a whole.
enum MergeKeys {
    NONE, META, TEMPLATED, CRON, JOB_TEMPLATE, TEMPLATED_SPEC, POD, POD_TEMPLATE, POD_SPEC, CONTAINER, SERVICE,
    SERVICE_SPEC,
    SERVICE_ACCOUNT, WEBHOOKS, BUILT_IN;

    private static final Set<String> WORKLOADS = Set.of("apps/v1 Deployment", "apps/v1 StatefulSet",
            "apps/v1 DaemonSet", "apps/v1 ReplicaSet", "batch/v1 Job", "v1 ReplicationController");
    private static final Set<String> CRON_JOBS = Set.of("batch/v1 CronJob", "batch/v1beta1 CronJob");
    private static final Set<String> HOOKS = Set.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");
    private static final Map<String, List<String>> POD_LISTS = Map.of("containers", List.of("name"), "initContainers",
            List.of("name"), "ephemeralContainers", List.of("name"), "volumes", List.of("name"), "imagePullSecrets",
            List.of("name"), "hostAliases", List.of("ip"), "topologySpreadConstraints",
            List.of("topologyKey", "whenUnsatisfiable"));
    private static final Map<String, List<String>> CONTAINER_LISTS = Map.of("env", List.of("name"), "ports",
            List.of("containerPort", "protocol"), "volumeMounts", List.of("mountPath"), "volumeDevices",
            List.of("devicePath"));
    private static final Set<String> CONTAINERS = Set.of("containers", "initContainers", "ephemeralContainers");

    /// The shape of an object; `NONE` if it is none that kustomize knows.
    static MergeKeys of(String apiVersion, String kind) {
        String type = apiVersion + " " + kind;
        if (WORKLOADS.contains(type)) {
            return TEMPLATED;
        }
        if (CRON_JOBS.contains(type)) {
            return CRON;
        }
        if (HOOKS.contains(kind) && apiVersion.startsWith("admissionregistration.k8s.io/v1")) {
            return WEBHOOKS;
        }
        return switch (type) {
            case "v1 Pod" -> POD;
            case "v1 PodTemplate" -> TEMPLATED_SPEC;
            case "v1 Service" -> SERVICE;
            case "v1 ServiceAccount" -> SERVICE_ACCOUNT;
            default -> apiVersion.equals("v1") ? BUILT_IN : NONE;
        };
    }

    /// The shape of what stands below a key: of the mapping, or of the list's items.
    MergeKeys below(String key) {
        return switch (this) {
            case TEMPLATED -> key.equals("spec") ? TEMPLATED_SPEC : meta(key);
            case TEMPLATED_SPEC -> key.equals("template") ? POD_TEMPLATE : meta(key);
            case CRON -> key.equals("spec") ? JOB_TEMPLATE : meta(key);
            case JOB_TEMPLATE -> key.equals("jobTemplate") ? TEMPLATED : NONE;
            case POD, POD_TEMPLATE -> key.equals("spec") ? POD_SPEC : meta(key);
            case POD_SPEC -> CONTAINERS.contains(key) ? CONTAINER : NONE;
            case SERVICE -> key.equals("spec") ? SERVICE_SPEC : meta(key);
            case SERVICE_ACCOUNT, WEBHOOKS, BUILT_IN -> meta(key);
            default -> NONE;
        };
    }

    private static MergeKeys meta(String key) {
        return key.equals("metadata") ? META : NONE;
    }

    /// The keys of the list under `key`: none if it is replaced as a whole, one empty key if its plain values are a set.
    List<String> list(String key) {
        return switch (this) {
            case POD_SPEC -> POD_LISTS.getOrDefault(key, List.of());
            case CONTAINER -> CONTAINER_LISTS.getOrDefault(key, List.of());
            case SERVICE_SPEC -> key.equals("ports") ? List.of("port", "protocol") : List.of();
            case SERVICE_ACCOUNT ->
                key.equals("secrets") || key.equals("imagePullSecrets") ? List.of("name") : List.of();
            case WEBHOOKS -> key.equals("webhooks") ? List.of("name") : List.of();
            case META -> switch (key) {
                case "finalizers" -> List.of("");
                case "ownerReferences" -> List.of("uid");
                default -> List.of();
            };
            default -> List.of();
        };
    }
}
