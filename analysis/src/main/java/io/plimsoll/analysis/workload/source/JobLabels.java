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
/// @param labels all must be there, each in one of its spellings; their values make the job's name
record JobLabels(String kind, String system, List<List<String>> labels) {
    private static final List<JobLabels> ALL = List.of(
            of("CronWorkflow", "Argo Workflows", "workflows.argoproj.io/cron-workflow"),
            of("Workflow", "Argo Workflows", "workflows.argoproj.io/workflow-template"),
            of("Task", "Airflow", "dag_id", "task_id"),
            of("Flow", "Prefect", "prefect.io/deployment-name"),
            of("Flow", "Prefect", "prefect.io/flow-name"),
            of("Pipeline", "Tekton", "tekton.dev/pipeline", "tekton.dev/pipelineTask"),
            of("Pipeline", "Tekton", "tekton.dev/pipeline"),
            of("Task", "Tekton", "tekton.dev/task"));

    private static JobLabels of(String kind, String system, String... names) {
        return new JobLabels(kind, system, Stream.of(names).map(JobLabels::spellings).toList());
    }

    /// A label as it was set, and as Prometheus and kube-state-metrics write it.
    static List<String> spellings(String name) {
        String plain = name.replaceAll("[^a-zA-Z0-9_]", "_");
        String snake = plain.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return List.of(name, plain, "label_" + plain, "label_" + snake);
    }

    /// The job of a pod, or null if no label says it.
    static @Nullable PodOwner owner(Map<String, String> labels) {
        for (JobLabels each : ALL) {
            List<String> values = each.labels.stream().map(spellings -> value(labels, spellings)).toList();
            if (values.stream().noneMatch(String::isEmpty)) {
                return new PodOwner(each.kind, String.join(".", values), 1, "labels of " + each.system);
            }
        }
        return null;
    }

    /// Empty if it is not there.
    static String value(Map<String, String> labels, List<String> spellings) {
        return spellings.stream().map(each -> labels.getOrDefault(each, "")).filter(each -> !each.isEmpty()).findFirst()
                .orElse("");
    }
}
