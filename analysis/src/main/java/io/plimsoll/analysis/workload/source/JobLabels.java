package io.plimsoll.analysis.workload.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// Labels by which one who runs jobs marks the pods of one job, whose names differ in each run.
///
/// @param kind   that the job is shown as
/// @param system who sets them
/// @param names  all must be there; their values make the job's name
record JobLabels(String kind, String system, List<String> names) {
    private static final List<JobLabels> ALL = List.of(
            new JobLabels("CronWorkflow", "Argo Workflows", List.of("workflows.argoproj.io/cron-workflow")),
            new JobLabels("Workflow", "Argo Workflows", List.of("workflows.argoproj.io/workflow-template")),
            new JobLabels("Task", "Airflow", List.of("dag_id", "task_id")),
            new JobLabels("Flow", "Prefect", List.of("prefect.io/deployment-name")),
            new JobLabels("Flow", "Prefect", List.of("prefect.io/flow-name")),
            new JobLabels("Pipeline", "Tekton", List.of("tekton.dev/pipeline", "tekton.dev/pipelineTask")),
            new JobLabels("Pipeline", "Tekton", List.of("tekton.dev/pipeline")),
            new JobLabels("Task", "Tekton", List.of("tekton.dev/task")));

    /// The job of a pod, or null if no label says it.
    static @Nullable PodOwner owner(Map<String, String> labels) {
        for (JobLabels each : ALL) {
            List<String> values = each.names.stream().map(name -> value(labels, name)).toList();
            if (values.stream().noneMatch(String::isEmpty)) {
                return new PodOwner(each.kind, String.join(".", values), 1, "labels of " + each.system);
            }
        }
        return null;
    }

    /// A label as it was set, or as Prometheus and kube-state-metrics write it; empty if it is not there.
    static String value(Map<String, String> labels, String name) {
        String plain = name.replaceAll("[^a-zA-Z0-9_]", "_");
        String snake = plain.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return Stream.of(name, plain, "label_" + plain, "label_" + snake).map(each -> labels.getOrDefault(each, ""))
                .filter(each -> !each.isEmpty()).findFirst().orElse("");
    }
}
