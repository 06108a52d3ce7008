package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.MetricRule.Treatment;
import io.plimsoll.analysis.workspace.TextLines;

/// Text with one sample a line, in Prometheus' spelling, with `# TYPE` and `# UNIT` lines where the format has them. One thread.
///
/// Lines without a time take that of the line above that is nothing but an ISO 8601 time (what `date -u` prints between two scrapes
/// in one file), else the time that the user gave, else the file is refused.
final class SampleLines {
    private static final int LONGEST = 1 << 20;
    /// The year 2200.
    private static final long LATEST = 7_258_118_400_000L;
    /// The year 1980.
    private static final long OLD = 315_532_800_000L;
    private static final Pattern TIME = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

    private final Source source;
    private final SampleSink sink;
    private final double perUnit;
    private final SeriesIds ids;
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Stamps stamps;

    /// @param perUnit milliseconds in one unit of a time
    SampleLines(Source source, SampleSink sink, double perUnit) {
        this.source = source;
        this.sink = sink;
        this.perUnit = perUnit;
        this.ids = new SeriesIds(sink);
        this.stamps = new Stamps(source);
    }

    void read(InputStream in) throws IOException {
        TextLines lines = new TextLines(in, source.file(), LONGEST);
        boolean any = false;
        for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
            String text = TextLines.text(bytes);
            if (text == null) {
                CsvText.reject(sink, lines.number(), "not UTF-8 text", "");
                continue;
            }
            String line = text.strip();
            if (line.startsWith("#")) {
                comment(line);
            } else {
                any |= sampleOrStamp(line, lines.number());
            }
        }
        if (!any) {
            throw StepFailure.badInput("NOT_THAT_FORMAT", source.file() + " holds no line that is a sample.",
                    "Check the profile; lines look like name{label=\"value\"} 1.5 and perhaps a time.");
        }
    }

    /// `# TYPE name counter` and `# UNIT name seconds`; of OpenMetrics' counters the name comes without `_total`.
    private void comment(String line) {
        String[] words = line.split("\\s+", 4);
        if (words.length == 4 && words[1].equals("TYPE")) {
            types.put(words[2], words[3].strip());
        } else if (words.length == 4 && words[1].equals("UNIT")) {
            units.put(words[2], words[3].strip());
        }
    }

    private boolean sampleOrStamp(String line, long number) {
        try {
            if (stamps.take(line)) {
                return false;
            }
            SampleLine sample = SampleLine.parse(line);
            if (sample.metric().isEmpty() && sample.labels().isEmpty()) {
                throw new IllegalArgumentException("no metric and no label");
            }
            double value = SampleText.parse(sample.value());
            long millis = millis(sample);
            sink.sample(ids.of(sample.metric(), sample.labels(), told(sample.metric())), millis, value);
            return true;
        } catch (NumberFormatException e) {
            CsvText.reject(sink, number, "value is not a number", line);
        } catch (IllegalArgumentException e) {
            CsvText.reject(sink, number, String.valueOf(e.getMessage()), line);
        }
        return false;
    }

    private long millis(SampleLine sample) {
        if (sample.time().isEmpty()) {
            return stamps.millis();
        }
        double time = TIME.matcher(sample.time()).matches() ? Double.parseDouble(sample.time()) * perUnit : Double.NaN;
        if (!(time >= 0 && time < LATEST)) {
            throw new IllegalArgumentException("time is not in epoch "
                    + (perUnit == 1 ? "milliseconds" : "seconds") + " up to the year 2200");
        }
        if (perUnit == 1 && time < OLD) {
            sink.note("there are times before 1980: if they are meant to be seconds, import it with --as openmetrics");
        }
        return Math.round(time);
    }

    private Told told(String metric) {
        for (String family : families(metric)) {
            String type = types.get(family);
            if (type != null) {
                String unit = units.getOrDefault(family, "");
                Treatment treatment = switch (type) {
                    case "counter" -> metric.endsWith("_created") ? Treatment.VALUE : Treatment.RATE;
                    case "histogram", "summary" -> metric.matches(".*_(?:bucket|count|sum)")
                            ? Treatment.RATE
                            : Treatment.VALUE;
                    case "gauge", "stateset", "info", "gaugehistogram" -> Treatment.VALUE;
                    default -> null;
                };
                boolean ofUnit = !metric.matches(".*_(?:bucket|count|created)");
                return treatment == null ? Told.NOTHING : new Told(treatment, ofUnit ? unit : "", null);
            }
        }
        return Told.NOTHING;
    }

    private static List<String> families(String metric) {
        List<String> families = new ArrayList<>(List.of(metric));
        for (String suffix : List.of("_total", "_bucket", "_count", "_sum", "_created", "_info")) {
            if (metric.endsWith(suffix)) {
                families.add(metric.substring(0, metric.length() - suffix.length()));
            }
        }
        return families;
    }
}
