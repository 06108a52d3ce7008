package io.plimsoll.analysis.telemetry.stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.store.RowAppender;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.MetricCatalog;
import io.plimsoll.analysis.telemetry.read.SampleSink;
import io.plimsoll.analysis.telemetry.read.Told;

/// Puts one file's data points into the scratch engine as they come, and counts them.
final class ScratchRows implements SampleSink {
    private static final int MOST_SERIES = 200_000;
    private static final int SHOWN_REJECTS = 1000;
    private static final int MOST_NOTES = 200;
    /// The end of the year 9999.
    private static final long LATEST = 253_402_300_799_999L;
    private static final String OUT_OF_RANGE = "time is not between the years 1970 and 9999";

    private final int number;
    private final String file;
    private final String baseName;
    private final RowAppender samples;
    private final SeriesList series;
    private final Cancellation cancellation;
    private final List<Reject> rejects = new ArrayList<>();
    private final Map<String, Boolean> notes = new LinkedHashMap<>();
    private long read;
    private long rejected;
    private long unnamed;

    /// @param baseName what a series without a metric's name is called: the file's name without endings
    ScratchRows(String file, String baseName, RowAppender samples, SeriesList series, Cancellation cancellation) {
        this.number = series.nextFile();
        this.file = file;
        this.baseName = baseName;
        this.samples = samples;
        this.series = series;
        this.cancellation = cancellation;
    }

    @Override
    public int newSeries() {
        cancellation.check();
        if (series.size() >= MOST_SERIES) {
            throw StepFailure.badInput("TOO_MANY_SERIES", file + " brings the import above " + MOST_SERIES + " series.",
                    "Narrow the query to the namespaces you want, or import in parts.");
        }
        return series.reserve();
    }

    @Override
    public void describe(int id, String metric, Map<String, String> labels, Told told) {
        if (metric.isEmpty()) {
            unnamed++;
            series.describe(id, baseName, labels, MetricCatalog.ruleOfUnnamed(baseName, labels, told), file);
        } else {
            series.describe(id, metric, labels, MetricCatalog.rule(metric, labels, told), file);
        }
    }

    @Override
    public void sample(int id, long millis, double value) {
        if (isOutOfRange(millis)) {
            reject(0, OUT_OF_RANGE, millis + " " + value);
            return;
        }
        read++;
        series.sample(id, millis);
        samples.row(id, millis, value, series.nextOrdinal(), false, number);
    }

    @Override
    public void empty(int id, long millis) {
        if (isOutOfRange(millis)) {
            reject(0, OUT_OF_RANGE, Long.toString(millis));
            return;
        }
        read++;
        series.sample(id, millis);
        samples.row(id, millis, null, series.nextOrdinal(), true, number);
    }

    private static boolean isOutOfRange(long millis) {
        return millis < 0 || millis > LATEST;
    }

    @Override
    public void reject(long line, String reason, String content) {
        read++;
        rejected++;
        if (rejects.size() < SHOWN_REJECTS) {
            rejects.add(new Reject(number, file, line, reason, content));
        }
    }

    @Override
    public void note(String text) {
        if (notes.size() < MOST_NOTES) {
            notes.putIfAbsent(text, true);
        }
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes.keySet());
        if (unnamed > 0) {
            all.add(unnamed
                    + " series carry no metric name (functions such as rate and sum drop it) and are named after the file: "
                    + baseName);
        }
        if (rejected > rejects.size()) {
            all.add("only the first " + SHOWN_REJECTS + " of " + rejected
                    + " rejected data points are kept for reading");
        }
        return all;
    }

    long read() {
        return read;
    }

    long rejected() {
        return rejected;
    }

    List<Reject> rejects() {
        return rejects;
    }

    /// A data point that was not understood.
    record Reject(int number, String file, long line, String reason, String content) {}
}
