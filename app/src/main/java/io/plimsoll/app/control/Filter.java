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
/// @param converted  whether charges in other currencies are shown in it too, each day by the rate that the user loaded
/// @param conditions all must hold
/// @param groupBy    dimensions from the outside in, may be empty
/// @param grain      step of time axes
public record Filter(Days period, Compare compare, CostMetric metric, String currency, boolean converted,
        List<Condition> conditions, List<String> groupBy, Grain grain) {
    /// More levels than this can't be read one below the other.
    public static final int MOST_GROUPINGS = 3;

    public Filter {
        conditions = List.copyOf(conditions);
        groupBy = List.copyOf(groupBy);
    }

    /// Effective cost of a period against the days before, by day, without conditions.
    public static Filter of(Days period, String currency) {
        return new Filter(period, Compare.PREVIOUS, CostMetric.EFFECTIVE, currency, false, List.of(), List.of(),
                Grain.DAILY);
    }

    public Filter withPeriod(Days changed, Compare against) {
        return new Filter(changed, against, metric, currency, converted, conditions, groupBy, grain);
    }

    public Filter withMetric(CostMetric changed) {
        return new Filter(period, compare, changed, currency, converted, conditions, groupBy, grain);
    }

    /// @param all whether charges in all currencies are to be converted into it
    public Filter withCurrency(String changed, boolean all) {
        return new Filter(period, compare, metric, changed, all, conditions, groupBy, grain);
    }

    public Filter withGroupBy(List<String> changed) {
        return new Filter(period, compare, metric, currency, converted, conditions, changed, grain);
    }

    public Filter withGrain(Grain changed) {
        return new Filter(period, compare, metric, currency, converted, conditions, groupBy, changed);
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
        return new Filter(period, compare, metric, currency, converted, changed, groupBy, grain);
    }

    public Filter without(String dimension) {
        return new Filter(period, compare, metric, currency, converted,
                conditions.stream().filter(each -> !each.dimension().equals(dimension)).toList(), groupBy, grain);
    }

    public Filter withoutConditions() {
        return new Filter(period, compare, metric, currency, converted, List.of(), groupBy, grain);
    }

    /// What a period is held against.
    public enum Compare {
        PREVIOUS, YEAR, NONE
    }
}
