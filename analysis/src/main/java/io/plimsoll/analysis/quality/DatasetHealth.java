package io.plimsoll.analysis.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// One loaded dataset: how fresh, how much, how complete, how far from what it was.
///
/// @param name       `bill aws 1234`, `telemetry container_cpu_usage_cores`
/// @param kind       `bill`, `telemetry`, `drivers`, `invoices`, `prices`, `rates`
/// @param first      first moment with data, UTC
/// @param newest     last moment with data
/// @param complete   last moment up to which it seems complete
/// @param imported   when it last changed; null where that is not known
/// @param usualAge   median days between the newest day and the import over all imports; `NaN` with one
/// @param daily      share of the days that have any data
/// @param rows       loaded: rows of usage of a bill, samples of telemetry
/// @param rowsADay   median of the last 28 complete days
/// @param series     services of a bill, series of telemetry
/// @param nulls      of the watched columns, those without any left out; empty for other kinds
/// @param drifts     the last 28 complete days against the 28 before; empty where there are too few
public record DatasetHealth(String name, String kind, Instant first, Instant newest, Instant complete,
        @Nullable Instant imported, double usualAge, double daily, long rows, double rowsADay, long series,
        List<NullShare> nulls,
        List<Drift> drifts) {
    private static final double FEWER = 0.01;
    private static final double DRIFTED = 0.1;

    public DatasetHealth {
        nulls = List.copyOf(nulls);
        drifts = List.copyOf(drifts);
    }

    /// The last day that seems complete, UTC. A bill is complete up to a midnight: that is the day before it.
    public LocalDate completeDay() {
        Instant last = kind.equals("bill") ? complete.minusSeconds(1) : complete;
        return LocalDate.ofInstant(last, ZoneOffset.UTC);
    }

    /// The watched column that lost most values, if one lost a hundredth of them or more.
    public Optional<NullShare> emptier() {
        return nulls.stream().filter(share -> share.now - share.before >= FEWER)
                .max(Comparator.comparingDouble(share -> share.now - share.before));
    }

    /// What drifted most, if anything did by a population stability index of .1 or more.
    public Optional<Drift> drifted() {
        return drifts.stream().filter(drift -> drift.psi >= DRIFTED).max(Comparator.comparingDouble(Drift::psi));
    }

    /// @param before share of rows without a value in the 28 days before, weighed by the meters of the last 28 complete ones; `NaN` without
    ///               such
    /// @param now    in the last 28, over all meters
    public record NullShare(String column, double before, double now) {}

    /// @param what        such as `unit price by meter`
    /// @param psi         population stability index; .1 and .25 are the usual bounds
    /// @param ks          Kolmogorov and Smirnov's distance; `NaN` for classes
    /// @param p           its likelihood without drift, after Holm's correction over all drifts of the dataset; `NaN` for classes
    /// @param wasserstein in the unit of `what`; `NaN` for classes
    /// @param divergence  Jensen and Shannon's, in bits; `NaN` for numbers
    public record Drift(String what, double psi, double ks, double p, double wasserstein, double divergence) {}
}
