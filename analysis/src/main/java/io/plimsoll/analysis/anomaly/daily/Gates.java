package io.plimsoll.analysis.anomaly.daily;

/// When a distance counts, in robust standard deviations of the statistic that is measured.
///
/// @param day     one day against its expectation
/// @param days    mean of 3 or of 6 days against the level before them
/// @param slow    last week against three weeks that ended a fortnight ago, compared with earlier such differences
/// @param floor   smallest believable standard deviation of a day, on the cost scale (0.02 is 2 %)
/// @param history days that must be known before anything is judged
/// @param settle  days after which a new level is taken as the baseline
public record Gates(double day, double days, double slow, double floor, int history, int settle) {}
