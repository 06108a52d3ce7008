package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.task.StepFailure;

/// A table with a time a row and a column for each series or metric. Columns of text, and those whose name says that they identify
/// something, are labels of all the others; which are which is decided by the first rows and said in the report.
final class WideTable {
    /// Rows that decide what a column is.
    private static final int LOOKED_AT = 200;

    private final Source source;
    private final SampleSink sink;
    private final CsvRecords records;
    private final List<String> header;
    private final int time;
    private final FileTimes times;
    private final SeriesIds ids;
    private final Map<List<String>, int[]> known = new HashMap<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();
    private final List<SeriesName> names = new ArrayList<>();

    WideTable(CsvRecords records, List<String> header, Source source, SampleSink sink) {
        this.records = records;
        this.header = header;
        this.source = source;
        this.sink = sink;
        this.time = WideColumns.time(header, source.file());
        this.times = new FileTimes(source, sink);
        this.ids = new SeriesIds(sink);
    }

    void read() throws IOException {
        List<List<String>> first = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        for (List<String> row = records.next(); row != null; row = records.next()) {
            first.add(row);
            lines.add(records.line());
            if (first.size() == LOOKED_AT) {
                break;
            }
        }
        decide(first);
        for (int i = 0; i < first.size(); i++) {
            row(first.get(i), lines.get(i));
        }
        if (first.size() == LOOKED_AT) {
            for (List<String> row = records.next(); row != null; row = records.next()) {
                row(row, records.line());
            }
        }
    }

    private void decide(List<List<String>> rows) {
        for (int i = 0; i < header.size(); i++) {
            if (i == time) {
                continue;
            }
            if (WideColumns.isLabel(header, i, rows)) {
                labels.add(i);
            } else {
                values.add(i);
                names.add(SeriesName.parse(header.get(i)));
            }
        }
        if (values.isEmpty()) {
            throw StepFailure.badInput("MISSING_COLUMN", source.file() + " has no column of numbers beside its time.",
                    "Give each series a column of its own, or use time, metric and value.");
        }
        sink.note("columns read as labels: " + columns(labels) + "; as series: " + columns(values));
    }

    private String columns(List<Integer> of) {
        List<String> shown = of.stream().limit(20).map(header::get).toList();
        return of.isEmpty() ? "none" : String.join(", ", shown) + (of.size() > 20 ? ", ..." : "");
    }

    private void row(List<String> row, long line) {
        if (row.size() != header.size()) {
            CsvText.reject(sink, line, row.size() + " fields where the header has " + header.size(), row);
            return;
        }
        long millis;
        try {
            millis = times.millis(row.get(time).strip());
        } catch (IllegalArgumentException e) {
            CsvText.reject(sink, line, String.valueOf(e.getMessage()), row);
            return;
        }
        List<String> identity = labels.stream().map(row::get).toList();
        for (int i = 0; i < values.size(); i++) {
            cell(identity, i, millis, row.get(values.get(i)).strip(), line);
        }
    }

    private void cell(List<String> identity, int column, long millis, String text, long line) {
        if (text.isEmpty()) {
            sink.empty(plain(identity, column), millis);
            return;
        }
        try {
            Amount amount = Amount.parse(text);
            String unit = amount.unit();
            if (unit == null) {
                sink.sample(plain(identity, column), millis, amount.value());
            } else {
                sink.note("values have units behind them and were rounded by whoever formatted them");
                SeriesName name = names.get(column);
                sink.sample(ids.of(name.metric(), labels(identity, name), Told.gauge(unit)), millis, amount.value());
            }
        } catch (NumberFormatException e) {
            CsvText.reject(sink, line, "value is not a number", header.get(values.get(column)) + ": " + text);
        } catch (IllegalArgumentException e) {
            CsvText.reject(sink, line, String.valueOf(e.getMessage()), header.get(values.get(column)) + ": " + text);
        }
    }

    /// The series of a column whose values are bare numbers.
    private int plain(List<String> identity, int column) {
        int[] row = known.computeIfAbsent(identity, key -> {
            int[] none = new int[values.size()];
            Arrays.fill(none, -1);
            return none;
        });
        if (row[column] < 0) {
            SeriesName name = names.get(column);
            row[column] = ids.of(name.metric(), labels(identity, name),
                    name.unit().isEmpty() ? Told.NOTHING : Told.gauge(name.unit()));
        }
        return row[column];
    }

    private Map<String, String> labels(List<String> identity, SeriesName name) {
        Map<String, String> all = new LinkedHashMap<>(name.labels());
        for (int i = 0; i < identity.size(); i++) {
            if (!identity.get(i).isEmpty()) {
                all.put(header.get(labels.get(i)), identity.get(i));
            }
        }
        return all;
    }
}
