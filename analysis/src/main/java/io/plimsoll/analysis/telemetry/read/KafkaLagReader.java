package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.TextLines;

/// The table that `kafka-consumer-groups.sh --describe` prints: a row for each partition, with `-` for what is not known. It has no
/// times (see `Stamps`). Columns are found by their names, since versions have different ones. Source: Kafka's operations guide.
public final class KafkaLagReader implements TelemetryReader {
    private static final int LONGEST = 1 << 20;
    private static final Pattern HEADER = Pattern
            .compile("(?m)^[ \\t]*(?:GROUP[ \\t]+)?TOPIC[ \\t]+PARTITION[ \\t]+CURRENT-OFFSET[ \\t].*LAG\\b.*$");

    @Override
    public String id() {
        return "kafka-lag";
    }

    @Override
    public boolean recognises(String head) {
        return HEADER.matcher(head).find() && !head.stripLeading().startsWith("{");
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        TextLines lines = new TextLines(in, source.file(), LONGEST);
        Table table = new Table(source, sink);
        for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
            String text = TextLines.text(bytes);
            try {
                if (text == null) {
                    throw new IllegalArgumentException("not UTF-8 text");
                }
                table.line(text.strip());
            } catch (IllegalArgumentException e) {
                CsvText.reject(sink, lines.number(), e instanceof NumberFormatException
                        ? "an offset is not a number"
                        : String.valueOf(e.getMessage()), text == null ? "" : text);
            }
        }
        if (table.columns.isEmpty()) {
            throw StepFailure.badInput("NOT_THAT_FORMAT", source.file() + " has no table of consumer groups.",
                    "Save what kafka-consumer-groups.sh --describe prints, header included.");
        }
    }

    private static final class Table {
        private final SeriesIds ids;
        private final SampleSink sink;
        private final Stamps stamps;
        private List<String> columns = List.of();

        Table(Source source, SampleSink sink) {
            this.sink = sink;
            this.ids = new SeriesIds(sink);
            this.stamps = new Stamps(source);
        }

        void line(String line) {
            if (stamps.take(line)) {
                return;
            }
            if (HEADER.matcher(line).find()) {
                columns = List.of(line.split("\\s+"));
                return;
            }
            if (line.startsWith("Consumer group '")) {
                sink.note("Kafka said: " + line);
                return;
            }
            List<String> words = new ArrayList<>(List.of(line.split("\\s+")));
            if (columns.isEmpty() || words.size() < columns.indexOf("LAG") + 1) {
                throw new IllegalArgumentException("not a row of the table");
            }
            row(words);
        }

        private void row(List<String> words) {
            Map<String, String> labels = new LinkedHashMap<>();
            for (String name : List.of("GROUP", "TOPIC", "PARTITION")) {
                int column = columns.indexOf(name);
                if (column >= 0) {
                    labels.put(name.toLowerCase(Locale.ROOT), words.get(column));
                }
            }
            if (!words.get(columns.indexOf("PARTITION")).matches("\\d+")) {
                throw new IllegalArgumentException("not a row of the table");
            }
            long millis = stamps.millis();
            give("kafka_consumergroup_lag", words.get(columns.indexOf("LAG")), labels, millis, Told.GAUGE);
            give("kafka_consumergroup_current_offset", words.get(columns.indexOf("CURRENT-OFFSET")), labels, millis,
                    Told.COUNTER);
        }

        private void give(String metric, String text, Map<String, String> labels, long millis, Told told) {
            int series = ids.of(metric, labels, told);
            if (text.equals("-")) {
                sink.empty(series, millis);
            } else {
                sink.sample(series, millis, SampleText.parse(text));
            }
        }
    }
}
