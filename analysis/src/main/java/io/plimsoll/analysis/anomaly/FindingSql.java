package io.plimsoll.analysis.anomaly;

/// A finding as statements that the SQL console and `plimsoll query` take as they are.
///
/// @param days     the finding's cost day by day, as `Day`, `Cost` and, on each line, `Total`: exactly impact plus expectation
/// @param expected beside each day the median of the same weekday in the four weeks before: as much of the expectation as a short
///                 statement can tell. Columns `Day`, `Cost`, `UsualCost`, `ExcessCost`
/// @param rows     the charges of these days, with file and line
public record FindingSql(String days, String expected, String rows) {}
