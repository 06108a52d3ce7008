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
/// @param labels all must be there; their values make the job's name
record JobLabels(String kind, String system, List<Label> labels) {
    private static final List<JobLabels> ALL = List.of(
            new JobLabels("CronWorkflow", "Argo Workflows", "workflows.argoproj.io/cron-workflow"),
            new JobLabels("Workflow", "Argo Workflows", "workflows.argoproj.io/workflow-template"),
            new JobLabels("Task", "Airflow", "dag_id", "task_id"),
            new JobLabels("Flow", "Prefect", "prefect.io/deployment-name"),
            new JobLabels("Flow", "Prefect", "prefect.io/flow-name"),
            new JobLabels("Pipeline", "Tekton", "tekton.dev/pipeline", "tekton.dev/pipelineTask"),
            new JobLabels("Pipeline", "Tekton", "tekton.dev/pipeline"),
            new JobLabels("Task", "Tekton", "tekton.dev/task"));

    private JobLabels(String kind, String system, String... names) {
        this(kind, system, Stream.of(names).map(Label::of).toList());
    }

    /// The job of a pod, or null if no label says it.
    static @Nullable PodOwner owner(Map<String, String> labels) {
        for (JobLabels each : ALL) {
            List<String> values = each.labels.stream().map(label -> label.in(labels)).toList();
            if (values.stream().noneMatch(String::isEmpty)) {
                return new PodOwner(each.kind, String.join(".", values), 1, "labels of " + each.system);
            }
        }
        return null;
    }

    /// A label as it was set, or as Prometheus and kube-state-metrics write it: spelt once, since every series is asked for it.
    record Label(List<String> spellings) {
        static Label of(String name) {
            String plain = name.replaceAll("[^a-zA-Z0-9_]", "_");
            String snake = plain.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
            return new Label(List.of(name, plain, "label_" + plain, "label_" + snake));
        }

        /// Its value; empty if it is not there.
        String in(Map<String, String> labels) {
            for (String each : spellings) {
                String value = labels.getOrDefault(each, "");
                if (!value.isEmpty()) {
                    return value;
                }
            }
            return "";
        }
    }
}
