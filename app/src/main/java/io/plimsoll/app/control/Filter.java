package io.plimsoll.app.control;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.unit.Days;

/// What all screens look at. Immutable; a change gives a new one.
///
/// @param period     days in UTC, both ends included
/// @param compare    what it is held against
/// @param metric     which cost
/// @param currency   one; currencies are never added
/// @param conditions all must hold
/// @param groupBy    dimensions from the outside in, may be empty
/// @param grain      step of time axes
public record Filter(Days period, Compare compare, CostMetric metric, String currency, List<Condition> conditions,
        List<String> groupBy, Grain grain) {
    public Filter {
        conditions = List.copyOf(conditions);
        groupBy = List.copyOf(groupBy);
    }

    /// Effective cost of a period against the days before, by day, without conditions.
    public static Filter of(Days period, String currency) {
        return new Filter(period, Compare.PREVIOUS, CostMetric.EFFECTIVE, currency, List.of(), List.of(), Grain.DAILY);
    }

    public Filter withPeriod(Days changed, Compare against) {
        return new Filter(changed, against, metric, currency, conditions, groupBy, grain);
    }

    public Filter withMetric(CostMetric changed) {
        return new Filter(period, compare, changed, currency, conditions, groupBy, grain);
    }

    public Filter withCurrency(String changed) {
        return new Filter(period, compare, metric, changed, conditions, groupBy, grain);
    }

    public Filter withGroupBy(List<String> changed) {
        return new Filter(period, compare, metric, currency, conditions, changed, grain);
    }

    public Filter withGrain(Grain changed) {
        return new Filter(period, compare, metric, currency, conditions, groupBy, changed);
    }

    /// Puts a condition in place of the one on its dimension, or behind the others.
    public Filter with(Condition condition) {
        List<Condition> changed = new ArrayList<>(conditions);
        int at = changed.stream().map(Condition::dimension).toList().indexOf(condition.dimension());
        if (at >= 0) {
            changed.set(at, condition);
        } else {
            changed.add(condition);
        }
        return new Filter(period, compare, metric, currency, changed, groupBy, grain);
    }

    public Filter without(String dimension) {
        return new Filter(period, compare, metric, currency,
                conditions.stream().filter(each -> !each.dimension().equals(dimension)).toList(), groupBy, grain);
    }

    public Filter withoutConditions() {
        return new Filter(period, compare, metric, currency, List.of(), groupBy, grain);
    }

    /// What a period is held against.
    public enum Compare {
        PREVIOUS, YEAR, NONE
    }
}
