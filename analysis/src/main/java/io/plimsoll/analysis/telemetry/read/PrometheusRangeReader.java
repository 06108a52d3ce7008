package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import io.plimsoll.analysis.task.StepFailure;

/// The answer of Prometheus' `query_range` as it was saved: `status`, and `data` with a `matrix` of series.
///
/// Members may come in any order (tools sort them), and several answers may follow each other in one file. Times are epoch
/// seconds with a fraction, values are texts. Also what Thanos, Mimir and VictoriaMetrics answer under the same address.
public final class PrometheusRangeReader implements TelemetryReader {
    private static final Pattern ANSWER = Pattern.compile(
            "\\A\\s*\\{.*\"(?:resultType|result|metric|errorType)\"\\s*:.*", Pattern.DOTALL);
    /// The year 2200 in epoch seconds; milliseconds of any year since 1970 are far above.
    private static final double LATEST = 7_258_118_400.0;

    @Override
    public String id() {
        return "prometheus";
    }

    @Override
    public boolean recognises(String head) {
        return ANSWER.matcher(head).matches() && (head.contains("\"status\"") || head.contains("\"data\""))
                && !head.contains("\"resourceMetrics\"");
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        String file = source.file();
        JsonText.read(in, file, json -> {
            boolean any = false;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw notAnAnswer(file);
                }
                new Answer(json, file, sink).read();
                any = true;
            }
            if (!any) {
                throw notAnAnswer(file);
            }
        });
    }

    static StepFailure notAnAnswer(String file) {
        return StepFailure.badInput("NOT_AN_ANSWER", file + " is not an answer of Prometheus' query_range.",
                "Save what GET /api/v1/query_range returns, unchanged.");
    }

    /// One answer object while it is read.
    private static final class Answer {
        private final JsonParser json;
        private final String file;
        private final SampleSink sink;
        private String status = "";
        private String error = "";
        private boolean data;

        Answer(JsonParser json, String file, SampleSink sink) {
            this.json = json;
            this.file = file;
            this.sink = sink;
        }

        void read() {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                switch (name) {
                    case "status" -> status = json.getString();
                    case "isPartial" -> partial(value);
                    case "error" -> error = json.getString();
                    case "warnings", "infos" -> notes(value);
                    case "data" -> data(value);
                    default -> json.skipChildren();
                }
            }
            if (status.equals("error") || !error.isEmpty()) {
                throw StepFailure.badInput("PROMETHEUS_ERROR", file + " holds Prometheus' refusal: " + error,
                        "Repeat the query; mind its step and its limit of 11000 points a series.");
            }
            if (!data) {
                throw notAnAnswer(file);
            }
        }

        /// VictoriaMetrics and Thanos say so when a storage node did not answer: use may be higher than what is seen.
        private void partial(JsonToken value) {
            if (value == JsonToken.VALUE_TRUE) {
                sink.note("the answer is partial: some of the storage was away, so use may look smaller than it is");
            }
        }

        private void notes(JsonToken value) {
            if (value != JsonToken.START_ARRAY) {
                json.skipChildren();
                return;
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                sink.note("Prometheus said: " + json.getString());
            }
        }

        private void data(JsonToken value) {
            if (value != JsonToken.START_OBJECT) {
                throw notAnAnswer(file);
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken member = json.nextToken();
                if (name.equals("resultType")) {
                    checkType(json.getString());
                } else if (name.equals("result") && member == JsonToken.START_ARRAY) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        series();
                    }
                    data = true;
                } else {
                    json.skipChildren();
                }
            }
        }

        private void checkType(String type) {
            if (!type.equals("matrix")) {
                throw StepFailure.badInput("NOT_A_RANGE",
                        file + " holds a " + type + ": one instant, where sizing needs a course of time.",
                        "Ask /api/v1/query_range with start, end and step instead of /api/v1/query.");
            }
        }

        private void series() {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                // The array of a scalar or string answer.
                checkType("scalar");
            }
            int series = sink.newSeries();
            boolean described = false;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "metric" -> {
                        labels(series);
                        described = true;
                    }
                    case "values" -> values(series);
                    case "value" -> checkType("vector");
                    case "histograms" -> histograms();
                    default -> json.skipChildren();
                }
            }
            if (!described) {
                sink.describe(series, "", Map.of());
            }
        }

        private void labels(int series) {
            Map<String, String> labels = new LinkedHashMap<>();
            expect(JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                expect(JsonToken.VALUE_STRING);
                labels.put(name, json.getString());
            }
            String metric = labels.remove("__name__");
            sink.describe(series, metric == null ? "" : metric, labels);
        }

        private void expect(JsonToken token) {
            if (json.currentToken() != token) {
                throw notAnAnswer(file);
            }
        }

        private void values(int series) {
            expect(JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_ARRAY) {
                json.nextToken();
                String time = json.getString();
                json.nextToken();
                String value = json.getString();
                json.nextToken();
                expect(JsonToken.END_ARRAY);
                point(series, time, value);
            }
            expect(JsonToken.END_ARRAY);
        }

        private void point(int series, String time, String value) {
            try {
                double seconds = SampleText.parse(time);
                if (!(seconds >= 0 && seconds < LATEST)) {
                    sink.reject(json.currentLocation().getLineNr(), "time is not in epoch seconds up to the year 2200",
                            "[" + time + "," + value + "]");
                    return;
                }
                long millis = Math.round(seconds * 1000);
                if (value.isEmpty()) {
                    sink.empty(series, millis);
                } else {
                    sink.sample(series, millis, SampleText.parse(value));
                }
            } catch (NumberFormatException e) {
                sink.reject(json.currentLocation().getLineNr(), "not a time and a number",
                        "[" + time + "," + value + "]");
            }
        }

        private void histograms() {
            expect(JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_ARRAY) {
                long line = json.currentLocation().getLineNr();
                json.skipChildren();
                sink.reject(line, "a native histogram has no single value", "");
            }
        }
    }
}
