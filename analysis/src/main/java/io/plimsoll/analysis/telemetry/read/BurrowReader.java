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

/// Burrow's `/v3/kafka/CLUSTER/consumer/GROUP/lag` (and `/status`): the lag of each partition at the last commit that Burrow saw, whose
/// time is in the answer. Several answers may follow each other. Source: Burrow's wiki, "HTTP endpoints".
public final class BurrowReader implements TelemetryReader {
    @Override
    public String id() {
        return "burrow";
    }

    @Override
    public boolean recognises(String head) {
        return head.stripLeading().startsWith("{") && head.contains("\"current_lag\"") && head.contains("\"topic\"");
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        SeriesIds ids = new SeriesIds(sink);
        JsonText.read(in, source.file(), json -> {
            boolean[] any = {false};
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    JsonText.members(json, (name, at) -> {
                        if (name.equals("status") && at.currentToken() == JsonToken.START_OBJECT) {
                            any[0] = true;
                            new Group(at, sink, ids).read();
                        }
                    });
                }
            }
            if (!any[0]) {
                throw StepFailure.badInput("NOT_AN_ANSWER",
                        source.file() + " is not Burrow's answer about a group's lag.",
                        "Save what /v3/kafka/CLUSTER/consumer/GROUP/lag returns, unchanged.");
            }
        });
    }

    /// The status of one group; partitions may come before the group's name.
    private static final class Group {
        private static final int MOST = 100_000;

        private final JsonParser json;
        private final SampleSink sink;
        private final SeriesIds ids;
        private final List<Map<String, FlatJson.Leaf>> partitions = new ArrayList<>();
        private String cluster = "";
        private String group = "";

        Group(JsonParser json, SampleSink sink, SeriesIds ids) {
            this.json = json;
            this.sink = sink;
            this.ids = ids;
        }

        void read() {
            JsonText.members(json, (name, at) -> {
                switch (name) {
                    case "cluster" -> cluster = JsonText.scalar(at);
                    case "group" -> group = JsonText.scalar(at);
                    case "partitions" -> JsonText.elements(at, () -> {
                        if (partitions.size() == MOST) {
                            throw new IllegalArgumentException("more than " + MOST + " partitions");
                        }
                        partitions.add(FlatJson.read(at));
                    });
                    default -> {
                    }
                }
            });
            partitions.forEach(this::give);
        }

        private void give(Map<String, FlatJson.Leaf> partition) {
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put("cluster", cluster);
            labels.put("group", group);
            labels.put("topic", FlatJson.text(partition, "topic"));
            labels.put("partition", FlatJson.text(partition, "partition"));
            try {
                long millis = Long.parseLong(FlatJson.text(partition, "end.timestamp"));
                double lag = SampleText.parse(FlatJson.text(partition, "current_lag"));
                sink.sample(ids.of("kafka_consumergroup_lag", labels, Told.GAUGE), millis, lag);
            } catch (NumberFormatException e) {
                CsvText.reject(sink, 0, "no lag, or no time of the last commit", labels.toString());
            }
        }
    }
}
