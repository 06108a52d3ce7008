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

    /// This rule and what the file says. Where both speak of different things, the file's unit stands and the measure goes: no advice is
    /// built on a name that contradicts its unit.
    MetricRule told(Told told) {
        Treatment way = told.treatment();
        Treatment chosen = way == null || (way == Treatment.VALUE) == (treatment == Treatment.VALUE) ? treatment : way;
        Statistic value = told.statistic() == null ? statistic : told.statistic();
        boolean sameWay = chosen == treatment;
        if (told.unit().isEmpty()) {
            return sameWay
                    ? new MetricRule(name, measure, value, treatment, unit, factor)
                    : new MetricRule(name, Measure.OTHER, value, chosen, chosen == Treatment.VALUE ? "" : "1/s", 1);
        }
        UnitScale scale = UnitScale.of(told.unit());
        String stored = chosen == Treatment.RATE ? (scale.unit().isEmpty() ? "1" : scale.unit()) + "/s" : scale.unit();
        if (measure != Measure.OTHER && (sameWay || stored.equals(unit))) {
            boolean same = stored.equals(unit) || measure == Measure.CPU_CORES && stored.equals("seconds/s");
            if (same || scale.unit().isEmpty()) {
                return new MetricRule(name, measure, value, chosen, unit, same ? scale.factor() : factor);
            }
        }
        if (measure != Measure.OTHER && sameWay && unit.equals("share") && stored.equals("percent")) {
            return new MetricRule(name, measure, value, chosen, unit, 0.01);
        }
        return new MetricRule(name, Measure.OTHER, value, chosen, stored, scale.factor());
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
