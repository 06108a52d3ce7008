package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import io.plimsoll.analysis.task.StepFailure;

/// Metrics as OTLP JSON, one `ExportMetricsServiceRequest` after the other, as the collector's file exporter writes them.
///
/// Attributes of the resource and of the data point are labels. Gauges and cumulative sums are read as they are; a delta sum becomes a
/// rate by its own interval; of a histogram its `count` and `sum` are kept as `_count` and `_sum`. Source: opentelemetry-proto.
public final class OtlpReader implements TelemetryReader {
    @Override
    public String id() {
        return "otlp";
    }

    @Override
    public boolean recognises(String head) {
        return head.stripLeading().startsWith("{")
                && (head.contains("\"resourceMetrics\"") || head.contains("\"scopeMetrics\""));
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        JsonText.read(in, source.file(), json -> {
            boolean any = false;
            Request request = new Request(json, source.file(), sink);
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                any |= token == JsonToken.START_OBJECT && request.read();
            }
            if (!any) {
                throw StepFailure.badInput("NOT_THAT_FORMAT", source.file() + " holds no metrics of OTLP.",
                        "Export metrics with the collector's file exporter as JSON; traces and logs are not read.");
            }
        });
    }

    private static final class Request {
        /// What waits until the names that follow it are known.
        private static final int MOST_WAITING = 500_000;

        private final JsonParser json;
        private final String file;
        private final SampleSink sink;
        private final OtlpPoints points;
        private final List<Metric> waiting = new ArrayList<>();
        private int waitingPoints;

        Request(JsonParser json, String file, SampleSink sink) {
            this.json = json;
            this.file = file;
            this.sink = sink;
            this.points = new OtlpPoints(sink);
        }

        /// @return whether it is a request with metrics
        boolean read() {
            boolean[] any = {false};
            JsonText.members(json, (name, at) -> {
                if (name.equals("resourceMetrics") || name.equals("resource_metrics")) {
                    any[0] = at.currentToken() == JsonToken.START_ARRAY;
                    JsonText.elements(at, this::resource);
                }
            });
            return any[0];
        }

        private void resource() {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("resourceMetrics without an object");
            }
            Map<String, String> resource = new LinkedHashMap<>();
            JsonText.members(json, (name, at) -> {
                if (name.equals("resource") && at.currentToken() == JsonToken.START_OBJECT) {
                    resource.putAll(OtlpPoints.attributes(FlatJson.read(at)));
                } else if (name.equals("scopeMetrics") || name.equals("instrumentationLibraryMetrics")) {
                    JsonText.elements(at, this::scope);
                }
            });
            for (Metric metric : waiting) {
                points.give(metric, resource);
            }
            waiting.clear();
            waitingPoints = 0;
        }

        private void scope() {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                JsonText.members(json, (name, at) -> {
                    if (name.equals("metrics")) {
                        JsonText.elements(at, this::metric);
                    }
                });
            }
        }

        private void metric() {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                return;
            }
            Metric metric = new Metric();
            JsonText.members(json, (name, at) -> {
                switch (name) {
                    case "name" -> metric.name = JsonText.scalar(at);
                    case "unit" -> metric.unit = JsonText.scalar(at);
                    case "gauge", "sum", "histogram", "exponentialHistogram", "summary" -> {
                        metric.kind = name;
                        data(metric);
                    }
                    default -> {
                    }
                }
            });
            waiting.add(metric);
        }

        private void data(Metric metric) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                return;
            }
            JsonText.members(json, (name, at) -> {
                switch (name) {
                    case "dataPoints" -> JsonText.elements(at, () -> point(metric));
                    case "aggregationTemporality" -> metric.temporality = JsonText.scalar(at);
                    case "isMonotonic" -> metric.monotonic = JsonText.scalar(at).equals("true");
                    default -> {
                    }
                }
            });
        }

        private void point(Metric metric) {
            if (++waitingPoints > MOST_WAITING) {
                throw StepFailure.badInput("OBJECT_TOO_LARGE",
                        file + " has more than " + MOST_WAITING + " data points of one resource in one request.",
                        "Let the collector export smaller batches.");
            }
            try {
                metric.points.add(FlatJson.read(json));
            } catch (IllegalArgumentException e) {
                CsvText.reject(sink, json.currentLocation().getLineNr(), String.valueOf(e.getMessage()), metric.name);
            }
        }
    }

    /// One metric of one resource, before its data points are given on.
    static final class Metric {
        String name = "";
        String unit = "";
        String kind = "";
        String temporality = "";
        boolean monotonic;
        final List<Map<String, FlatJson.Leaf>> points = new ArrayList<>();

        boolean isDelta() {
            return temporality.equals("1") || temporality.equals("AGGREGATION_TEMPORALITY_DELTA");
        }
    }
}
