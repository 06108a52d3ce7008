package io.plimsoll.analysis.telemetry.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The series to which a run of Airflow belongs, whether its REST interface or its database told of it.
final class AirflowRun {
    private AirflowRun() {
    }

    /// @param task  whether it ran a task, else a whole DAG
    /// @param field what stands in a field of that name, empty where nothing does
    /// @throws IllegalArgumentException why it is no run, for the list of rejects
    static void give(boolean task, UnaryOperator<String> field, RunSeries runs) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("dag_id", field.apply("dag_id"));
        if (task) {
            labels.put("task_id", field.apply("task_id"));
            String map = field.apply("map_index");
            labels.put("map_index", map.equals("-1") ? "" : map);
            labels.put("pool", field.apply("pool"));
        }
        labels.put("state", field.apply("state"));
        if (field.apply("dag_id").isEmpty()) {
            throw new IllegalArgumentException("no dag_id");
        }
        runs.run(task ? "airflow_task_duration_seconds" : "airflow_dag_run_duration_seconds", labels,
                field.apply("start_date"), field.apply("end_date"), field.apply("duration"));
    }
}
