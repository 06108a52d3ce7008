package io.plimsoll.analysis.workspace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// The child's side of staging: takes one job, answers in lines of JSON, and ends.
public final class StagingChild {
    private final List<Stager> stagers;
    private final PrintStream answers;

    /// @param answers lines for the parent; nothing else may be printed there
    public StagingChild(List<Stager> stagers, PrintStream answers) {
        this.stagers = stagers;
        this.answers = answers;
    }

    /// @return the process's exit code
    public int serve(InputStream requests) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(requests, StandardCharsets.UTF_8));
        String line = reader.readLine();
        if (line == null) {
            return 0;
        }
        endWithParent(reader);
        JsonNode request = JsonMapper.shared().readTree(line);
        try {
            JsonNode result = stager(request.get("stager").asString()).stage(request.get("job"),
                    Path.of(request.get("output").asString()), new StagingLimits(request.get("memoryBytes").asLong()),
                    this::report, Cancellation.never());
            answer(JsonMapper.shared().createObjectNode().set("result", result));
            return 0;
        } catch (StepFailure e) {
            ObjectNode failure = JsonMapper.shared().createObjectNode();
            failure.put("kind", e.kind().name()).put("code", e.code()).put("message", e.message()).put("remedy",
                    e.remedy());
            answer(JsonMapper.shared().createObjectNode().set("failure", failure));
            return e.kind().exitCode();
        }
    }

    private Stager stager(String id) {
        return stagers.stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No stager " + id));
    }

    private void report(String step, double done) {
        answer(JsonMapper.shared().createObjectNode().put("progress", step).put("done", done));
    }

    private synchronized void answer(JsonNode node) {
        answers.println(JsonMapper.shared().writeValueAsString(node));
        answers.flush();
    }

    /// When the parent dies its end of the pipe closes; a child without a parent has nobody to work for.
    private static void endWithParent(BufferedReader reader) {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            try {
                while (reader.read() >= 0) {
                    // Nothing more is expected; only the end matters.
                }
            } catch (IOException e) {
                // A broken pipe is an end, too.
            }
            Runtime.getRuntime().halt(130);
        });
    }
}
