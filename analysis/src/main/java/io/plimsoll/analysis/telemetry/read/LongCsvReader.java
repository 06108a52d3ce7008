package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// One data point a row: `time`, `metric` and `value`, and any label as a column of its own, such as `resource_id`,
/// `namespace`, `pod`, `container`.
///
/// Times follow one `TimeRule` a file. An empty value is a gap, an empty label is absent.
public final class LongCsvReader implements TelemetryReader {
    private static final Set<String> TIME = Set.of("time", "timestamp");
    private static final Set<String> METRIC = Set.of("metric", "__name__");
    private static final Set<String> VALUE = Set.of("value");
    private static final int SHOWN = 300;

    @Override
    public String id() {
        return "telemetry-csv";
    }

    @Override
    public boolean recognises(String head) {
        List<String> names = Arrays.stream(head.lines().findFirst().orElse("").split(",", -1)).map(LongCsvReader::name)
                .toList();
        return names.stream().anyMatch(TIME::contains) && names.stream().anyMatch(METRIC::contains)
                && names.stream().anyMatch(VALUE::contains);
    }

    private static String name(String column) {
        return column.strip().replace("\"", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public int columns(InputStream in, String file) throws IOException {
        return header(new CsvRecords(in, file), file).names().size();
    }

    private static Columns header(CsvRecords records, String file) throws IOException {
        List<String> header = records.next();
        return Columns.of(header == null ? List.of() : header.stream().map(LongCsvReader::name).toList(), file);
    }

    @Override
    public void read(InputStream in, String file, SampleSink sink) throws IOException {
        CsvRecords records = new CsvRecords(in, file);
        Columns columns = header(records, file);
        Map<List<String>, Integer> known = new HashMap<>();
        TimeRule rule = null;
        for (List<String> row = records.next(); row != null; row = records.next()) {
            if (row.size() != columns.names().size()) {
                reject(sink, records, row.size() + " fields where the header has " + columns.names().size(), row);
                continue;
            }
            String time = row.get(columns.time()).strip();
            if (rule == null) {
                rule = ruleOf(time);
                if (rule != null) {
                    sink.note(rule.explanation());
                }
            }
            point(sink, records, columns, known, rule, time, row);
        }
    }

    private static @Nullable TimeRule ruleOf(String time) {
        return Arrays.stream(TimeRule.values()).filter(rule -> rule.fits(time)).findFirst().orElse(null);
    }

    private static void point(SampleSink sink, CsvRecords records, Columns columns, Map<List<String>, Integer> known,
            @Nullable TimeRule rule, String time, List<String> row) {
        String metric = row.get(columns.metric()).strip();
        String value = row.get(columns.value()).strip();
        try {
            if (rule == null) {
                throw new IllegalArgumentException("time is neither ISO 8601 nor epoch seconds or milliseconds");
            }
            if (metric.isEmpty()) {
                throw new IllegalArgumentException("no metric");
            }
            long millis = rule.millis(time);
            double number = value.isEmpty() ? Double.NaN : SampleText.parse(value);
            int series = known.computeIfAbsent(columns.identity(row), key -> columns.describe(sink, metric, row));
            if (value.isEmpty()) {
                sink.empty(series, millis);
            } else {
                sink.sample(series, millis, number);
            }
        } catch (NumberFormatException e) {
            reject(sink, records, "value is not a number", row);
        } catch (IllegalArgumentException e) {
            reject(sink, records, String.valueOf(e.getMessage()), row);
        }
        if ((records.line() & 0xfff) == 0) {
            sink.progress(-1);
        }
    }

    private static void reject(SampleSink sink, CsvRecords records, String reason, List<String> row) {
        String text = String.join(",", row);
        sink.reject(records.line(), reason, text.length() > SHOWN ? text.substring(0, SHOWN) : text);
    }

    /// Which column is what.
    private record Columns(List<String> names, int time, int metric, int value) {
        static Columns of(List<String> names, String file) {
            if (Set.copyOf(names).size() != names.size()) {
                throw StepFailure.badInput("REPEATED_COLUMN", file + " has two columns of one name.",
                        "Rename or remove the one that is not meant.");
            }
            return new Columns(names, find(names, TIME, file), find(names, METRIC, file), find(names, VALUE, file));
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
                if (i != time && i != metric && i != value && !row.get(i).isEmpty()) {
                    labels.put(names.get(i), row.get(i));
                }
            }
            int series = sink.newSeries();
            sink.describe(series, metricName, labels);
            return series;
        }
    }
}
