package io.plimsoll.analysis.telemetry.read;

import java.util.regex.Pattern;

import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.Statistic;

/// What a metric's name means.
///
/// @param name      matches the whole name
/// @param treatment how raw values become stored ones
/// @param unit      of stored values
/// @param factor    raw value times this is in that unit
public record MetricRule(Pattern name, Measure measure, Statistic statistic, Treatment treatment, String unit,
        double factor) {
    static MetricRule gauge(String name, Measure measure, Statistic statistic, double factor) {
        return new MetricRule(Pattern.compile(name), measure, statistic, Treatment.VALUE, measure.unit(), factor);
    }

    static MetricRule other(String name, Treatment treatment, String unit) {
        return new MetricRule(Pattern.compile(name), Measure.OTHER, Statistic.SAMPLE, treatment, unit, 1);
    }

    static MetricRule counter(String name, Measure measure, Treatment treatment) {
        return new MetricRule(Pattern.compile(name), measure, Statistic.SAMPLE, treatment, measure.unit(), 1);
    }

    /// Whether negative values can't be right.
    public boolean isAmount() {
        return measure != Measure.OTHER;
    }

    /// How a raw value becomes a stored one.
    public enum Treatment {
        /// As it is.
        VALUE,
        /// A counter; stored as growth a second.
        RATE,
        /// A counter; stored as growth since the sample before.
        INCREASE
    }
}
