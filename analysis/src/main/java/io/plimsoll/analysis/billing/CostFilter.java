package io.plimsoll.analysis.billing;

import java.util.List;

/// Keeps charges by one dimension.
///
/// @param dimension a FOCUS column, `tag:KEY`, `x_NAME` or `Source`
/// @param values    the values; an empty text stands for charges without one
/// @param exclude   keep the charges that have none of the values, instead of those that have one
public record CostFilter(String dimension, List<String> values, boolean exclude) {
    public CostFilter {
        values = List.copyOf(values);
    }

    public static CostFilter is(String dimension, String... values) {
        return new CostFilter(dimension, List.of(values), false);
    }

    public static CostFilter not(String dimension, String... values) {
        return new CostFilter(dimension, List.of(values), true);
    }
}
