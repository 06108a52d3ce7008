package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.FlatJson.Leaf;

/// Runs as Airflow's REST interface lists them: `/dags/DAG/dagRuns` and `.../taskInstances`; several pages may follow each other.
/// Series: `airflow_dag_run_duration_seconds` by `dag_id` and `state`, `airflow_task_duration_seconds` by `dag_id`, `task_id`,
/// `map_index` of a mapped task and `state`. Source: Airflow's REST reference, DAGRun and TaskInstance.
public final class AirflowReader implements TelemetryReader {
    @Override
    public String id() {
        return "airflow";
    }

    @Override
    public boolean recognises(String head) {
        return head.stripLeading().startsWith("{")
                && (head.contains("\"dag_runs\"") || head.contains("\"task_instances\""));
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        RunSeries runs = new RunSeries(source, sink);
        JsonText.read(in, source.file(), json -> {
            boolean[] any = {false};
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    JsonText.members(json, (name, at) -> {
                        if (name.equals("dag_runs") || name.equals("task_instances")) {
                            any[0] = true;
                            JsonText.elements(at, () -> run(at, name.equals("dag_runs"), runs, sink));
                        }
                    });
                }
            }
            if (!any[0]) {
                throw StepFailure.badInput("NOT_AN_ANSWER", source.file() + " lists no runs of Airflow.",
                        "Save what /api/v2/dags/~/dagRuns returns, or its taskInstances, unchanged.");
            }
        });
    }

    private static void run(JsonParser json, boolean dag, RunSeries runs, SampleSink sink) {
        long line = json.currentLocation().getLineNr();
        try {
            Map<String, Leaf> run = FlatJson.read(json);
            AirflowRun.give(!dag, field -> FlatJson.text(run, field), runs);
        } catch (IllegalArgumentException e) {
            CsvText.reject(sink, line, String.valueOf(e.getMessage()), "");
        }
    }
}
