package io.plimsoll.analysis.billing.cost;

/// A dimension as SQL: text, an empty one where there is no value.
///
/// @param name   as it was asked for
/// @param cube   the expression over `cube_daily`, empty if it lacks the dimension
/// @param rows   the expression over `charge`
record DimensionSql(String name, String cube, String rows) {
    boolean inCube() {
        return !cube.isEmpty();
    }

    String over(boolean fromCube) {
        return "coalesce(" + (fromCube ? cube : rows) + ", '')";
    }
}
