package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// What Grafana's panel inspector downloads: `Time` and a column for each series ("series joined by time"), or `Time`, labels as
/// columns and `Value` (one data frame). Formatted values keep their unit; the line `sep=;` that "Download for Excel" puts in front is
/// followed.
///
/// Grafana writes local times of the browser without saying which zone that is: the user does. Layout: Grafana's documentation of the
/// panel inspector.
public final class GrafanaCsvReader implements TelemetryReader {
    @Override
    public String id() {
        return "grafana-csv";
    }

    @Override
    public boolean recognises(String head) {
        List<String> lines = head.lines().limit(2).toList();
        String header = lines.size() > 1 && lines.getFirst().startsWith("sep=")
                ? lines.get(1)
                : lines.isEmpty() ? "" : lines.getFirst();
        return header.matches("\"?Time\"?[,;].*");
    }

    @Override
    public int columns(InputStream in, Source source) throws IOException {
        return header(new CsvRecords(in, source.file()), source).size();
    }

    private static List<String> header(CsvRecords records, Source source) throws IOException {
        List<String> header = records.next();
        if (header != null && header.getFirst().startsWith("sep=")) {
            if (header.getFirst().equals("sep=;")) {
                records.delimiter(';');
            }
            header = records.next();
        } else if (header != null && header.size() == 1 && header.getFirst().matches("\"?Time\"?;.*")) {
            records.delimiter(';');
            header = List.of(header.getFirst().replace("\"", "").split(";", -1));
        }
        List<String> names = header == null ? List.of() : header.stream().map(String::strip).toList();
        CsvText.checkDistinct(names, source.file());
        WideColumns.time(names, source.file());
        return names;
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        CsvRecords records = new CsvRecords(in, source.file());
        new WideTable(records, header(records, source), source, sink).read();
    }
}
