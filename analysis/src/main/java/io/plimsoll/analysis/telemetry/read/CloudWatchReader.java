package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import io.plimsoll.analysis.task.StepFailure;

/// What `aws cloudwatch get-metric-data` prints, as JSON; Kinesis' metrics such as `GetRecords.IteratorAgeMilliseconds` come the same
/// way. Several answers may follow each other.
///
/// The answer itself names no metric, only `Id` and `Label`. So either the request's `MetricDataQueries` lie in the same file
/// (`jq -s add queries.json answer.json`), and metric, dimensions, statistic and unit are taken from there; or labels were asked for as
/// words, `"Label": "CPUUtilization InstanceId=i-1 Stat=Maximum"`. Layout: Amazon's API reference, `GetMetricData`.
public final class CloudWatchReader implements TelemetryReader {
    @Override
    public String id() {
        return "cloudwatch";
    }

    @Override
    public boolean recognises(String head) {
        return head.stripLeading().startsWith("{")
                && (head.contains("\"MetricDataResults\"") || head.contains("\"MetricDataQueries\""));
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        JsonText.read(in, source.file(), json -> {
            boolean any = false;
            Map<String, CloudWatchSeries> asked = new HashMap<>();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw notAnAnswer(source.file());
                }
                any |= new Answer(json, source, sink, asked).read();
            }
            if (!any) {
                throw notAnAnswer(source.file());
            }
        });
    }

    private static StepFailure notAnAnswer(String file) {
        return StepFailure.badInput("NOT_AN_ANSWER", file + " is not an answer of CloudWatch's get-metric-data.",
                "Save what aws cloudwatch get-metric-data --output json prints, unchanged.");
    }

    private static final class Answer {
        private final JsonParser json;
        private final Source source;
        private final SampleSink sink;
        private final Map<String, CloudWatchSeries> asked;
        private final FileTimes times;
        private final SeriesIds ids;
        private boolean any;

        Answer(JsonParser json, Source source, SampleSink sink, Map<String, CloudWatchSeries> asked) {
            this.json = json;
            this.source = source;
            this.sink = sink;
            this.asked = asked;
            this.times = new FileTimes(source, sink);
            this.ids = new SeriesIds(sink);
        }

        boolean read() {
            JsonText.members(json, (name, at) -> {
                switch (name) {
                    case "MetricDataQueries" -> JsonText.elements(at, this::query);
                    case "MetricDataResults" -> {
                        any = at.currentToken() == JsonToken.START_ARRAY;
                        JsonText.elements(at, this::result);
                    }
                    case "NextToken" -> {
                        if (!JsonText.scalar(at).isEmpty()) {
                            sink.note("the answer has further pages (NextToken), which are not in it");
                        }
                    }
                    default -> {
                    }
                }
            });
            return any;
        }

        private void query() {
            CloudWatchSeries.asked(FlatJson.read(json)).ifPresent(series -> asked.put(series.id(), series));
        }

        private void result() {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw notAnAnswer(source.file());
            }
            Result result = new Result(source.file(), times);
            JsonText.members(json, result::member);
            if (result.values.size() != result.times.size()) {
                CsvText.reject(sink, json.currentLocation().getLineNr(), "not as many times as values", result.label);
                return;
            }
            if (!result.status.isEmpty() && !result.status.equals("Complete")) {
                sink.note(result.label + ": CloudWatch says " + result.status + ", so values may be missing");
            }
            CloudWatchSeries of = asked.getOrDefault(result.id, CloudWatchSeries.labelled(result.id, result.label));
            int series = ids.of(of.metric(), of.labels(), of.told());
            boolean newestFirst = result.isNewestFirst();
            if (newestFirst) {
                sink.note("values came newest first, as CloudWatch gives them unless asked otherwise");
            }
            for (int i = 0; i < result.values.size(); i++) {
                int place = newestFirst ? result.values.size() - 1 - i : i;
                give(series, result, place);
            }
        }

        private void give(int series, Result result, int place) {
            double time = result.times.get(place);
            if (Double.isNaN(time)) {
                CsvText.reject(sink, json.currentLocation().getLineNr(), "not a time", result.label);
            } else {
                sink.sample(series, (long) time, result.values.get(place));
            }
        }
    }

    /// One element of `MetricDataResults`.
    private static final class Result {
        private final NumberList times;
        private final NumberList values;
        private final FileTimes clock;
        private String id = "";
        private String label = "";
        private String status = "";

        Result(String file, FileTimes clock) {
            this.clock = clock;
            this.times = new NumberList(file);
            this.values = new NumberList(file);
        }

        void member(String name, JsonParser json) {
            switch (name) {
                case "Id" -> id = JsonText.scalar(json);
                case "Label" -> label = JsonText.scalar(json);
                case "StatusCode" -> status = JsonText.scalar(json);
                case "Timestamps" -> JsonText.elements(json, () -> times.add(time(JsonText.scalar(json))));
                case "Values" -> JsonText.elements(json, () -> values.add(value(JsonText.scalar(json))));
                default -> {
                }
            }
        }

        private double time(String text) {
            try {
                return clock.millis(text);
            } catch (IllegalArgumentException e) {
                return Double.NaN;
            }
        }

        private static double value(String text) {
            try {
                return SampleText.parse(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }

        boolean isNewestFirst() {
            for (int i = 1; i < times.size(); i++) {
                if (!(times.get(i) < times.get(i - 1))) {
                    return false;
                }
            }
            return times.size() > 1;
        }
    }
}
