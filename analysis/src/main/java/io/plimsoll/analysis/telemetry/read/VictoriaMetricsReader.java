package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import io.plimsoll.analysis.task.StepFailure;

/// VictoriaMetrics' `/api/v1/export`: a line for each series, or for each stored block of one, with `metric`, `values` and
/// `timestamps` in epoch milliseconds. Values that are no number are `null` or a text. Source: VictoriaMetrics' documentation.
public final class VictoriaMetricsReader implements TelemetryReader {
    private static final Pattern LINE = Pattern.compile("\\A\\s*\\{\"metric\":\\{.*", Pattern.DOTALL);

    @Override
    public String id() {
        return "victoriametrics";
    }

    @Override
    public boolean recognises(String head) {
        return LINE.matcher(head).matches() && head.contains("\"values\":[") && !head.contains("[[");
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        LineInput lines = new LineInput(in);
        SeriesIds ids = new SeriesIds(sink);
        boolean any = false;
        while (lines.next()) {
            String head = lines.head(200);
            try (JsonParser json = JsonText.open(lines)) {
                new Line(sink, ids, source.file()).read(json);
                any = true;
            } catch (JacksonException | IllegalArgumentException e) {
                CsvText.reject(sink, lines.line(), e instanceof JacksonException damaged
                        ? "line is not complete JSON: " + damaged.getOriginalMessage()
                        : String.valueOf(e.getMessage()), head);
            }
        }
        if (!any) {
            throw StepFailure.badInput("NOT_THAT_FORMAT", source.file() + " has no line of a VictoriaMetrics export.",
                    "Save what /api/v1/export returns, unchanged; its native and CSV forms are others.");
        }
    }

    /// One line; nothing of it is given on before all of it was read.
    private static final class Line {
        private final SampleSink sink;
        private final SeriesIds ids;
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final NumberList values;
        private final NumberList times;

        Line(SampleSink sink, SeriesIds ids, String file) {
            this.sink = sink;
            this.ids = ids;
            this.values = new NumberList(file);
            this.times = new NumberList(file);
        }

        void read(JsonParser json) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("line is not an object");
            }
            JsonText.members(json, (name, at) -> {
                switch (name) {
                    case "metric" -> metric(at);
                    case "values" -> JsonText.elements(at, () -> values.add(value(at)));
                    case "timestamps" -> JsonText.elements(at, () -> times.add(SampleText.parse(JsonText.scalar(at))));
                    default -> {
                    }
                }
            });
            if (values.size() != times.size() || labels.isEmpty()) {
                throw new IllegalArgumentException(labels.isEmpty() ? "no metric" : "not as many times as values");
            }
            give();
        }

        private void metric(JsonParser json) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                JsonText.members(json, (name, at) -> labels.put(name, JsonText.scalar(at)));
            }
        }

        private static double value(JsonParser json) {
            String text = JsonText.scalar(json);
            return switch (text) {
                case "", "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> SampleText.parse(text);
            };
        }

        private void give() {
            String metric = labels.remove("__name__");
            int series = ids.of(metric == null ? "" : metric, labels, Told.NOTHING);
            for (int i = 0; i < values.size(); i++) {
                sink.sample(series, (long) times.get(i), values.get(i));
            }
        }
    }
}
