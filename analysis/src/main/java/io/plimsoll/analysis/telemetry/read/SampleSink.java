package io.plimsoll.analysis.telemetry.read;

import java.util.Map;

/// Takes what a reader finds, one by one, so that no file is ever in memory as a whole. One thread.
public interface SampleSink {
    /// A further series whose labels follow in `describe`, before or after its samples.
    int newSeries();

    /// @param metric the name, empty if the source drops it
    /// @param labels the other labels
    /// @param told   what the file says of its unit and kind
    void describe(int series, String metric, Map<String, String> labels, Told told);

    /// Of a file that says nothing about the metric.
    default void describe(int series, String metric, Map<String, String> labels) {
        describe(series, metric, labels, Told.NOTHING);
    }

    /// @param millis epoch milliseconds, UTC
    /// @param value  `NaN` and infinities are allowed
    void sample(int series, long millis, double value);

    /// A data point that is there and has no value.
    void empty(int series, long millis);

    /// A data point that can't be understood.
    ///
    /// @param line    in the file, 0 if the format has no lines
    /// @param content its text, cut to what helps
    void reject(long line, String reason, String content);

    /// What the reader decided or noticed, for the report; each text once.
    void note(String text);
}
