package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import io.plimsoll.analysis.task.StepFailure;

/// Metrics of Flink's REST interface, `[{"id": "Status.JVM.Memory.Heap.Used", "value": "1"}]`, or aggregated with `min`, `max`, `avg`
/// and `sum`: one answer a line, as `curl` gives them.
///
/// An answer names neither its time nor what it is of. Before each stands a line with both, `2026-10-01T12:00:00Z
/// /jobs/ID/vertices/ID/metrics`, the path as it was asked for; of the path job, vertex and task manager become labels. Source: Flink's
/// documentation of metrics, "REST API integration".
public final class FlinkMetricsReader implements TelemetryReader {
    private static final Pattern STAMP = Pattern.compile("(\\S+)(?:\\s+(/\\S*))?");
    private static final Pattern FIRST = Pattern.compile(
            "\\A\\s*+(?:\\d{4}-\\d{2}-\\d{2}T\\S+(?:[ \\t]+/\\S*)?[ \\t\\r]*\\n\\s*+)?\\[\\s*+\\{\\s*+\"id\"\\s*+:\\s*+\"[^\"]*\"\\s*+,\\s*+"
                    + "\"(?:value|min|max|avg|sum|skew)\".*",
            Pattern.DOTALL);
    private static final Pattern PATH = Pattern
            .compile("/(jobs|vertices|taskmanagers|subtasks|jobmanager)(?:/([^/?]+))?");

    @Override
    public String id() {
        return "flink-metrics";
    }

    @Override
    public boolean recognises(String head) {
        return FIRST.matcher(head).matches();
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        LineInput lines = new LineInput(in);
        Snapshots snapshots = new Snapshots(source, sink);
        boolean any = false;
        while (lines.next()) {
            String head = lines.head(1000).strip();
            try {
                if (head.startsWith("[")) {
                    any = true;
                    try (JsonParser json = JsonText.open(lines)) {
                        snapshots.answer(json, lines.line());
                    }
                } else {
                    snapshots.stamp(head);
                }
            } catch (JacksonException | IllegalArgumentException e) {
                JsonText.reject(sink, lines.line(), "answer", e, head);
            }
        }
        if (!any) {
            throw StepFailure.badInput("NOT_THAT_FORMAT", source.file() + " holds no answer of Flink's metrics.",
                    "Save what curl .../metrics?get=... returns, one answer a line.");
        }
    }

    private static final class Snapshots {
        private final SampleSink sink;
        private final SeriesIds ids;
        private final Stamps stamps;
        private Map<String, String> labels = Map.of();

        Snapshots(Source source, SampleSink sink) {
            this.sink = sink;
            this.ids = new SeriesIds(sink);
            this.stamps = new Stamps(source);
        }

        void stamp(String line) {
            Matcher matcher = STAMP.matcher(line);
            if (!matcher.matches() || !stamps.take(matcher.group(1))) {
                throw new IllegalArgumentException("neither an answer nor a time and a path");
            }
            Map<String, String> named = new LinkedHashMap<>();
            if (matcher.group(2) != null) {
                Matcher path = PATH.matcher(matcher.group(2));
                while (path.find()) {
                    String value = path.group(2);
                    boolean one = value != null && !value.equals("metrics");
                    named.put(label(path.group(1)), one ? value : "all");
                }
            }
            labels = named;
        }

        private static String label(String segment) {
            return switch (segment) {
                case "jobs" -> "job";
                case "vertices" -> "vertex";
                case "taskmanagers" -> "taskmanager";
                case "subtasks" -> "subtask";
                default -> segment;
            };
        }

        void answer(JsonParser json, long line) {
            long millis = stamps.millis();
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("answer is not a list");
            }
            JsonText.elements(json, () -> metric(FlatJson.read(json), millis, line));
        }

        private void metric(Map<String, FlatJson.Leaf> metric, long millis, long line) {
            String id = FlatJson.text(metric, "id");
            if (id.isEmpty()) {
                throw new IllegalArgumentException("a metric without id");
            }
            metric.forEach((name, leaf) -> {
                if (name.equals("id")) {
                    return;
                }
                Map<String, String> own = new LinkedHashMap<>(labels);
                if (!name.equals("value")) {
                    own.put("aggregate", name);
                }
                try {
                    sink.sample(ids.of(FlinkNames.plain(id, own), own, FlinkNames.told(id)), millis,
                            SampleText.parse(leaf.text()));
                } catch (NumberFormatException e) {
                    CsvText.reject(sink, line, "value is not a number", id + "=" + leaf.text());
                }
            });
        }
    }
}
