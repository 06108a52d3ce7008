package io.plimsoll.analysis.rightsizing.breach;

import java.util.List;

/// What anybody would say without a model. Immutable.
///
/// @param afterBreach how often a day exceeded its size after one that did, among the rows learned from
/// @param otherwise   the same after one that did not
record PlainRule(double afterBreach, double otherwise) {
    static PlainRule of(List<BreachRow> rows) {
        return new PlainRule(rate(rows, true), rate(rows, false));
    }

    private static double rate(List<BreachRow> rows, boolean yesterday) {
        long days = rows.stream().filter(row -> row.breachedYesterday() == yesterday).count();
        long breaches = rows.stream().filter(row -> row.breachedYesterday() == yesterday && row.breached()).count();
        return (breaches + 0.5) / (days + 1);
    }

    /// As yesterday.
    double asYesterday(BreachRow row) {
        return row.breachedYesterday() ? afterBreach : otherwise;
    }

    /// As often as in the last seven days, half a day added to either side.
    static double asReplayed(BreachRow row) {
        return (7 * row.replayed() + 0.5) / 8;
    }
}
