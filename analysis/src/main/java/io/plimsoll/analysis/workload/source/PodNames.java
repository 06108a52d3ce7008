package io.plimsoll.analysis.workload.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Reads a pod's owner from its name, as controllers build it.
///
/// Kubernetes draws random parts from an alphabet without vowels and look-alikes (`k8s.io/apimachinery/pkg/util/rand`), so that
/// a plain word is rarely taken for one. Reading a name loses something; an owner that the cluster reports is better.
public final class PodNames {
    private static final String RANDOM = "[bcdfghjklmnpqrstvwxz2456789]";
    private static final List<Rule> RULES = List.of(
            new Rule("(.+)-[0-9a-f]{16}-exec-[0-9]+", "SparkApplication", 0.95, "executor of a Spark application"),
            new Rule("(.+)-[0-9a-f]{16}-driver|(.+)-driver", "SparkApplication", 0.75, "driver of a Spark application"),
            new Rule("(.+)-exec-[0-9]+", "SparkApplication", 0.7, "executor of a Spark application without its hash"),
            new Rule("(.+)-taskmanager-[0-9]+-[0-9]+", "FlinkDeployment", 0.95, "task manager of a Flink deployment"),
            new Rule("(.+)-[0-9]{8}-" + RANDOM + "{5}", "CronJob", 0.9,
                    "scheduled minute and random suffix of a CronJob"),
            new Rule("(.+)-1[0-9]{9}(?:-.+)?-[0-9]{6,10}", "CronWorkflow", 0.85,
                    "scheduled second of a CronWorkflow and hash of its step"),
            new Rule("(.+)-" + RANDOM + "{5}-(?:.+-)?[0-9]{6,10}", "Workflow", 0.75,
                    "random suffix of a Workflow and hash of its step"),
            new Rule("(.+)-" + RANDOM + "{5}(?:-.+)?-pod", "PipelineRun", 0.7, "pod of a task of Tekton"),
            new Rule("(.+)[.-][0-9a-f]{32}", "Task", 0.7, "task of Airflow with a long random suffix"),
            new Rule("(.+)-" + RANDOM + "{6,10}-" + RANDOM + "{5}", "Deployment", 0.9,
                    "ReplicaSet hash and random suffix"),
            new Rule("(.+)-" + RANDOM + "{5}", "", 0.6, "random suffix of a DaemonSet, Job or ReplicaSet"),
            new Rule("(.+)-[0-9]{1,4}", "StatefulSet", 0.8, "ordinal of a StatefulSet"),
            new Rule("(.+)-(?=[a-z]*[0-9])(?=[0-9]*[a-z])[a-z0-9]{8}", "Task", 0.5,
                    "eight random characters, as Airflow appends them to a task's pod"));
    private static final JobLabels.Label SPARK = JobLabels.Label.of("sparkoperator.k8s.io/app-name");
    private static final Pattern HASH = Pattern.compile("(.+)-" + RANDOM + "{5,10}");
    private static final Pattern WORKFLOW = Pattern.compile("(.+)-" + RANDOM + "{5}");
    private static final Pattern SECOND = Pattern.compile("(.+)-1[0-9]{9}");
    private static final Pattern SCHEDULED = Pattern.compile("(.+)-[0-9]{8}");

    /// What Strimzi puts behind an object's name for its set of pods, and the object's kind. Those of node pools end with the pool's.
    private static final Map<String, String> STRIMZI = Map.of("-connect", "KafkaConnect", "-mirrormaker2",
            "KafkaMirrorMaker2", "-kafka", "Kafka");

    private PodNames() {
    }

    /// From the name alone.
    public static PodOwner owner(String pod) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(pod);
            if (matcher.matches()) {
                String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                return new PodOwner(rule.kind(), name, rule.confidence(), rule.how());
            }
        }
        return new PodOwner("Pod", pod, 0.5, "bare pod, or a name that no controller builds");
    }

    /// From what kube-state-metrics reports in `kube_pod_owner`, one step further up than it says.
    public static PodOwner owner(String pod, String ownerKind, String ownerName) {
        PodOwner byName = owner(pod);
        return switch (ownerKind) {
            case "ReplicaSet" -> upper(HASH, ownerName, "Deployment", "ReplicaSet");
            case "Job" -> upper(SCHEDULED, ownerName, "CronJob", "Job");
            case "Workflow" -> SECOND.matcher(ownerName).matches()
                    ? upper(SECOND, ownerName, "CronWorkflow", "Workflow")
                    : upper(WORKFLOW, ownerName, "Workflow", "Workflow");
            case "TaskRun" -> byName.kind().equals("PipelineRun")
                    ? new PodOwner("PipelineRun", byName.name(), 0.9, "owned by TaskRun " + ownerName)
                    : upper(WORKFLOW, ownerName, "Task", "TaskRun");
            case "Pod" ->
                new PodOwner("SparkApplication", owner(ownerName).name(), 0.95, "owned by the driver pod " + ownerName);
            case "Deployment" -> byName.kind().equals("FlinkDeployment") && byName.name().equals(ownerName)
                    ? new PodOwner("FlinkDeployment", ownerName, 0.98, "task manager owned by Deployment " + ownerName)
                    : new PodOwner(ownerKind, ownerName, 1, "owned by Deployment " + ownerName);
            case "StrimziPodSet" -> STRIMZI.entrySet().stream().filter(each -> ownerName.endsWith(each.getKey()))
                    .map(each -> new PodOwner(each.getValue(),
                            ownerName.substring(0, ownerName.length() - each.getKey().length()), 0.95,
                            "owned by StrimziPodSet " + ownerName))
                    .findFirst().orElse(new PodOwner(ownerKind, ownerName, 1, "owned by StrimziPodSet " + ownerName));
            case "", "<none>" -> byName;
            default -> new PodOwner(ownerKind, ownerName, 1, "owned by " + ownerKind + " " + ownerName);
        };
    }

    /// From labels that say it outright, as the recording rules of kube-prometheus, the Spark operator and what runs jobs set
    /// them: Argo Workflows, Airflow, Prefect and Tekton, whose pods have other names in each run.
    ///
    /// @return null if no label does
    public static @Nullable PodOwner byLabels(Map<String, String> labels) {
        String spark = SPARK.in(labels);
        if (!spark.isEmpty()) {
            return new PodOwner("SparkApplication", spark, 1, "label of the Spark operator");
        }
        PodOwner job = JobLabels.owner(labels);
        if (job != null) {
            return job;
        }
        String workload = labels.getOrDefault("workload", "");
        if (!workload.isEmpty()) {
            return new PodOwner(kind(labels.getOrDefault("workload_type", "")), workload, 1, "label workload");
        }
        return null;
    }

    /// Who a count of replicas of kube-state-metrics is of.
    ///
    /// @return null if no label says so
    static @Nullable PodOwner counted(Map<String, String> labels) {
        for (String label : List.of("deployment", "statefulset")) {
            String name = labels.getOrDefault(label, "");
            if (!name.isEmpty()) {
                return new PodOwner(kind(label), name, 1, "label " + label);
            }
        }
        return byLabels(labels);
    }

    private static String kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "deployment" -> "Deployment";
            case "statefulset" -> "StatefulSet";
            case "daemonset" -> "DaemonSet";
            case "job" -> "Job";
            case "cronjob" -> "CronJob";
            default -> type;
        };
    }

    private static PodOwner upper(Pattern suffix, String name, String upperKind, String kind) {
        Matcher matcher = suffix.matcher(name);
        return matcher.matches()
                ? new PodOwner(upperKind, matcher.group(1), 0.98, "owned by " + kind + " " + name)
                : new PodOwner(kind, name, 1, "owned by " + kind + " " + name);
    }

    private record Rule(Pattern pattern, String kind, double confidence, String how) {
        Rule(String pattern, String kind, double confidence, String how) {
            this(Pattern.compile(pattern), kind, confidence, how);
        }
    }
}
