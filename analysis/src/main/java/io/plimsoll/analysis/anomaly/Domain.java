package io.plimsoll.analysis.anomaly;

import java.util.Locale;

/// What an anomaly is about; how it moved is its kind.
public enum Domain {
    /// Money on the bill.
    COST("cost"),
    /// What workloads take: processors, memory, GPUs, network.
    USE("use"),
    /// How long requests, runs and queues take.
    LATENCY("latency"),
    /// What loaded data are like: fresh, complete, as they were.
    QUALITY("data quality"),
    /// What logs, metrics and traces cost.
    OBSERVABILITY("observability");

    private final String title;

    Domain(String title) {
        this.title = title;
    }

    /// Lower case, as on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// In the user's words, lower case.
    public String title() {
        return title;
    }
}
