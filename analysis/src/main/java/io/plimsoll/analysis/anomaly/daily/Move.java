package io.plimsoll.analysis.anomaly.daily;

/// A run of days on which a series left its expectation. Indexes into the series.
///
/// @param onset    first unusual day
/// @param detected the day on which it could be told, from the days before it and itself
/// @param end      last unusual day so far
/// @param open     had not ended at the last tracked day
/// @param drift    a slow change, not a jump
/// @param level    level before, on the cost scale
/// @param base     level before the first of the moves that built on each other; `level` if it stands alone
/// @param delta    median distance from it while it lasted
/// @param peak     the farthest day
/// @param deviation farthest distance in robust standard deviations, signed
/// @param strength distance over gate, the largest seen; 1 is just enough
public record Move(int onset, int detected, int end, boolean open, boolean drift, double level, double base,
        double delta, int peak,
        double deviation, double strength) {}
