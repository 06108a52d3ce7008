package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.FlatJson.Leaf;

/// Runs as Prefect's `POST /api/flow_runs/filter` lists them; several pages may follow each other. Series:
/// `prefect_flow_run_duration_seconds` by `flow_id`, `deployment_id`, `work_pool` and `state`. Source: Prefect's REST reference,
/// FlowRunResponse.
public final class PrefectReader implements TelemetryReader {
    @Override
    public String id() {
        return "prefect";
    }

    @Override
    public boolean recognises(String head) {
        return head.stripLeading().startsWith("[") && head.contains("\"flow_id\"")
                && (head.contains("\"state_type\"") || head.contains("\"total_run_time\""));
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        RunSeries runs = new RunSeries(source, sink);
        JsonText.read(in, source.file(), json -> {
            boolean any = false;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.START_ARRAY) {
                    throw notAList(source.file());
                }
                any = true;
                JsonText.elements(json, () -> run(json, runs, sink));
            }
            if (!any) {
                throw notAList(source.file());
            }
        });
    }

    private static StepFailure notAList(String file) {
        return StepFailure.badInput("NOT_AN_ANSWER", file + " is not a list of Prefect's flow runs.",
                "Save what POST /api/flow_runs/filter returns, unchanged.");
    }

    private static void run(JsonParser json, RunSeries runs, SampleSink sink) {
        long line = json.currentLocation().getLineNr();
        try {
            Map<String, Leaf> run = FlatJson.read(json);
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put("flow_id", FlatJson.text(run, "flow_id"));
            labels.put("deployment_id", FlatJson.text(run, "deployment_id"));
            labels.put("work_pool", FlatJson.text(run, "work_pool_name"));
            labels.put("state", FlatJson.text(run, "state_type"));
            if (labels.get("flow_id").isEmpty()) {
                throw new IllegalArgumentException("no flow_id");
            }
            runs.run("prefect_flow_run_duration_seconds", labels, FlatJson.text(run, "start_time"),
                    FlatJson.text(run, "end_time"), FlatJson.text(run, "total_run_time"));
        } catch (IllegalArgumentException e) {
            CsvText.reject(sink, line, String.valueOf(e.getMessage()), "");
        }
    }
}
