package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// One time a row and a column for each metric or series; columns of text are labels (see `WideTable`). A column `value` is named
/// after the file.
public final class WideCsvReader implements TelemetryReader {
    @Override
    public String id() {
        return "telemetry-wide-csv";
    }

    @Override
    public boolean recognises(String head) {
        return WideColumns.recognised(CsvText.records(head, 2));
    }

    @Override
    public int columns(InputStream in, Source source) throws IOException {
        List<String> header = header(new CsvRecords(in, source.file()), source);
        WideColumns.time(header, source.file());
        return header.size();
    }

    private static List<String> header(CsvRecords records, Source source) throws IOException {
        List<String> header = records.next();
        List<String> names = header == null ? List.of() : header.stream().map(String::strip).toList();
        CsvText.checkDistinct(names, source.file());
        return names;
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        CsvRecords records = new CsvRecords(in, source.file());
        new WideTable(records, header(records, source), source, sink).read();
    }
}
