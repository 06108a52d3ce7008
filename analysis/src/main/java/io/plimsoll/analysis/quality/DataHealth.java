package io.plimsoll.analysis.quality;

import java.util.List;

/// What loaded data are like.
///
/// @param datasets bills first, then telemetry, then the tables beside
/// @param events   what is wrong, the newest first
/// @param lags     how long services take to settle; empty where no period was loaded twice
/// @param rejected what of the loaded files could not be read
public record DataHealth(List<DatasetHealth> datasets, List<QualityEvent> events, List<ServiceLag> lags,
        Rejected rejected) {
    public DataHealth {
        datasets = List.copyOf(datasets);
        events = List.copyOf(events);
        lags = List.copyOf(lags);
    }

    /// @param rows   of bills and the tables beside
    /// @param points of telemetry
    public record Rejected(long rows, long points) {}
}
