package io.plimsoll.analysis.anomaly.slices;

import java.util.Optional;

import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.SeriesKey;

/// Looks up the money that two slices share, such as what one workload pays for one meter.
@FunctionalInterface
public interface Crossing {
    /// For series of which nothing more is known than what was handed in.
    Crossing UNKNOWN = (one, other, currency) -> Optional.empty();

    /// @return daily cost of the rows that lie in both slices, nothing but zeros if there is none; empty if it can't be told
    Optional<CostSeries> of(SeriesKey one, SeriesKey other, String currency);
}
