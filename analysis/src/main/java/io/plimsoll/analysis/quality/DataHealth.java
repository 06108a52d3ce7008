package io.plimsoll.analysis.quality;

import java.util.List;

/// What loaded data are like.
///
/// @param datasets bills first, then telemetry, then the tables beside
/// @param events   what is wrong, the newest first
/// @param lags     how long services take to settle; empty where no period was loaded twice
public record DataHealth(List<DatasetHealth> datasets, List<QualityEvent> events, List<ServiceLag> lags) {
    public DataHealth {
        datasets = List.copyOf(datasets);
        events = List.copyOf(events);
        lags = List.copyOf(lags);
    }
}
