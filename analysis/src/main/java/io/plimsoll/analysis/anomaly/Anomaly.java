package io.plimsoll.analysis.anomaly;

import java.time.LocalDate;

/// One event, reported once: of the bill, in money, or of anything else that is measured.
public sealed interface Anomaly permits Finding, Signal {
    /// Stable while the event grows.
    String id();

    /// What it is about.
    Domain domain();

    /// Where: a slice of the bill, a workload and what is measured of it, a dataset.
    SeriesKey key();

    /// How it has moved so far.
    AnomalyKind kind();

    /// First unusual day, UTC.
    LocalDate start();

    /// Last unusual day so far, UTC.
    LocalDate end();

    /// Whether it was not over when the data ended.
    boolean open();

    Severity severity();

    /// 0..1
    double confidence();

    /// Whether it rests on data that may still change; never alerted.
    boolean provisional();

    /// Never empty.
    Explanation explanation();
}
