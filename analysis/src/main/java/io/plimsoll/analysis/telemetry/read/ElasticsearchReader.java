package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.FlatJson.Leaf;

/// Documents of Elasticsearch, one a line, bare or under `_source` as elasticdump and the search interface give them; lines of the bulk
/// interface that only name an index are passed over.
///
/// Each number is a metric named by its path, `kubernetes.container.memory.workingset.bytes`; what identifies its source is a label;
/// numbers about the document itself (`event`, `agent`, `log`...) are left out. The time is `@timestamp`. Source: Metricbeat's exported
/// fields and the Elastic Common Schema.
public final class ElasticsearchReader implements TelemetryReader {
    private static final Pattern FIRST = Pattern.compile("\\A\\s*\\{.*\"@timestamp\"\\s*:.*", Pattern.DOTALL);
    private static final Pattern ABOUT_ITSELF = Pattern.compile(
            "(?:event|agent|ecs|log|metricset|input|fileset|error|beat|host\\.(?:mac|ip|os)|@version|offset)(?:\\..*)?");
    private static final Pattern LABEL = Pattern.compile(
            "(?:kubernetes|host|cloud|orchestrator|service|container|process|aws|gcp|azure)\\.(?:.*\\.)?(?:name|id|namespace|kind)"
                    + "|kubernetes\\.(?:namespace|container|pod|node)|cloud\\.(?:provider|region)"
                    + "|system\\.[a-z_.]*\\.(?:name|id|mount_point|device_name)|prometheus\\.labels\\..*");

    @Override
    public String id() {
        return "elasticsearch";
    }

    @Override
    public boolean recognises(String head) {
        return FIRST.matcher(head).matches();
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        LineInput lines = new LineInput(in);
        Documents documents = new Documents(source, sink);
        boolean any = false;
        while (lines.next()) {
            String head = lines.head(300);
            try (JsonParser json = JsonText.open(lines)) {
                json.nextToken();
                any |= documents.take(FlatJson.read(json), head, lines.line());
            } catch (JacksonException | IllegalArgumentException e) {
                JsonText.reject(sink, lines.line(), "document", e, head);
            }
        }
        if (!any) {
            throw StepFailure.badInput("NOT_THAT_FORMAT", source.file() + " holds no document with @timestamp.",
                    "Export one document a line, with _source or bare.");
        }
    }

    private static final class Documents {
        private final SampleSink sink;
        private final SeriesIds ids;
        private final FileTimes times;

        Documents(Source source, SampleSink sink) {
            this.sink = sink;
            this.ids = new SeriesIds(sink);
            this.times = new FileTimes(source, sink);
        }

        /// @return whether it was a document
        boolean take(Map<String, Leaf> document, String head, long line) {
            String under = document.containsKey("_source.@timestamp") ? "_source." : "";
            String time = FlatJson.text(document, under + "@timestamp");
            if (time.isEmpty()) {
                if (!head.matches("\\s*\\{\\s*\"(?:index|create|update|delete)\".*")) {
                    CsvText.reject(sink, line, "no @timestamp", head);
                }
                return false;
            }
            long millis = times.millis(time);
            Map<String, String> labels = new LinkedHashMap<>();
            Map<String, Leaf> numbers = new LinkedHashMap<>();
            document.forEach((path, leaf) -> {
                if (path.startsWith(under)) {
                    String name = path.substring(under.length());
                    if (LABEL.matcher(name).matches()) {
                        labels.put(name, leaf.text());
                    } else if (leaf.isNumber() && !ABOUT_ITSELF.matcher(name).matches()) {
                        numbers.put(name, leaf);
                    }
                }
            });
            if (numbers.isEmpty()) {
                CsvText.reject(sink, line, "document without a number that measures anything", head);
            }
            numbers.forEach((name, leaf) -> sink.sample(ids.of(name, labels, Told.NOTHING), millis,
                    SampleText.parse(leaf.text())));
            return true;
        }
    }
}
