package io.plimsoll.analysis.telemetry;

/// What one value says about the time since the value before. Best for sizing first.
public enum Statistic {
    /// A reading, or a rate over one scrape interval.
    SAMPLE,
    /// The highest reading of the interval.
    MAXIMUM,
    /// The mean of the interval: hides peaks.
    AVERAGE
}
