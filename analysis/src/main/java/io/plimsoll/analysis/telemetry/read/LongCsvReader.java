package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.plimsoll.analysis.task.StepFailure;

/// One data point a row: a time, `metric` and `value`, perhaps its `unit`, and any label as a column of its own, such as
/// `resource_id`, `namespace`, `pod`, `container`.
///
/// Times follow one `TimeRule` a file. An empty value is a gap, an empty label is absent.
public final class LongCsvReader implements TelemetryReader {
    private static final Set<String> TIME = Set.of("time", "timestamp", "date");
    private static final Set<String> METRIC = Set.of("metric", "__name__");
    private static final Set<String> VALUE = Set.of("value");

    @Override
    public String id() {
        return "telemetry-csv";
    }

    @Override
    public boolean recognises(String head) {
        List<String> names = CsvText.names(head);
        return names.stream().anyMatch(TIME::contains) && names.stream().anyMatch(METRIC::contains)
                && names.stream().anyMatch(VALUE::contains);
    }

    @Override
    public int columns(InputStream in, Source source) throws IOException {
        return header(new CsvRecords(in, source.file()), source.file()).names().size();
    }

    private static Columns header(CsvRecords records, String file) throws IOException {
        List<String> header = records.next();
        return Columns.of(header == null ? List.of() : header.stream().map(CsvText::name).toList(), file);
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        CsvRecords records = new CsvRecords(in, source.file());
        Columns columns = header(records, source.file());
        Map<List<String>, Integer> known = new HashMap<>();
        FileTimes times = new FileTimes(source, sink);
        for (List<String> row = records.next(); row != null; row = records.next()) {
            if (row.size() != columns.names().size()) {
                CsvText.reject(sink, records.line(),
                        row.size() + " fields where the header has " + columns.names().size(), row);
                continue;
            }
            try {
                point(sink, columns, known, times, row);
            } catch (NumberFormatException e) {
                CsvText.reject(sink, records.line(), "value is not a number", row);
            } catch (IllegalArgumentException e) {
                CsvText.reject(sink, records.line(), String.valueOf(e.getMessage()), row);
            }
        }
    }

    private static void point(SampleSink sink, Columns columns, Map<List<String>, Integer> known, FileTimes times,
            List<String> row) {
        String metric = row.get(columns.metric()).strip();
        String value = row.get(columns.value()).strip();
        long millis = times.millis(row.get(columns.time()).strip());
        if (metric.isEmpty()) {
            throw new IllegalArgumentException("no metric");
        }
        double number = value.isEmpty() ? Double.NaN : SampleText.parse(value);
        int series = known.computeIfAbsent(columns.identity(row), key -> columns.describe(sink, metric, row));
        if (value.isEmpty()) {
            sink.empty(series, millis);
        } else {
            sink.sample(series, millis, number);
        }
    }

    /// Which column is what; `unit` is -1 where there is none.
    private record Columns(List<String> names, int time, int metric, int value, int unit) {
        static Columns of(List<String> names, String file) {
            CsvText.checkDistinct(names, file);
            return new Columns(names, find(names, TIME, file), find(names, METRIC, file), find(names, VALUE, file),
                    names.indexOf("unit"));
        }

        private static int find(List<String> names, Set<String> wanted, String file) {
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (wanted.contains(names.get(i))) {
                    found.add(i);
                }
            }
            if (found.size() != 1) {
                throw StepFailure.badInput(found.isEmpty() ? "MISSING_COLUMN" : "REPEATED_COLUMN",
                        file + " must have exactly one column named " + String.join(" or ", wanted.stream().sorted()
                                .toList()) + ".",
                        "The header needs time, metric and value; every other column is a label.");
            }
            return found.getFirst();
        }

        List<String> identity(List<String> row) {
            List<String> identity = new ArrayList<>(row);
            identity.set(time, "");
            identity.set(value, "");
            return identity;
        }

        int describe(SampleSink sink, String metricName, List<String> row) {
            Map<String, String> labels = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                if (i != time && i != metric && i != value && i != unit && !row.get(i).isEmpty()) {
                    labels.put(names.get(i), row.get(i));
                }
            }
            int series = sink.newSeries();
            sink.describe(series, metricName, labels,
                    unit < 0 ? Told.NOTHING : new Told(null, row.get(unit).strip(), null));
            return series;
        }
    }
}
