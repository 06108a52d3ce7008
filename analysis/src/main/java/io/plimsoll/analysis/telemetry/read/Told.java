package io.plimsoll.analysis.telemetry.read;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.telemetry.Statistic;
import io.plimsoll.analysis.telemetry.read.MetricRule.Treatment;

/// What a file itself says about a metric, beyond its name.
///
/// @param treatment `RATE` of a counter, `VALUE` of a gauge; null where the file is silent
/// @param unit      as the file spells it; empty where it is silent
/// @param statistic null where the file is silent
public record Told(@Nullable Treatment treatment, String unit, @Nullable Statistic statistic) {
    public static final Told NOTHING = new Told(null, "", null);
    public static final Told COUNTER = new Told(Treatment.RATE, "", null);
    public static final Told GAUGE = new Told(Treatment.VALUE, "", null);

    /// A value as it is, in a unit.
    public static Told gauge(String unit) {
        return new Told(Treatment.VALUE, unit, null);
    }
}
