package io.plimsoll.analysis.anomaly.signal;

/// One event of one series, before it is known whether it is worth telling.
///
/// @param from      index of its first unusual reading
/// @param alert     index of the reading at which it was noticed
/// @param peak      index of the reading farthest from expectation
/// @param until     index of its last unusual reading so far
/// @param open      whether it was not over when the series ended
/// @param vanished  whether all went to exactly nothing
/// @param value     median of its readings
/// @param expected  median of what was expected of them
/// @param deviation median distance in robust deviations, with its sign
record Move(Watched watched, Pods pods, Expectation expectation, int from, int alert, int peak, int until,
        boolean open, boolean vanished, double value, double expected, double deviation) {
    boolean up() {
        return deviation > 0;
    }

    long time(int index) {
        return pods.series().times()[index];
    }

    double reading(int index) {
        return pods.series().values()[index];
    }

    /// From the first unusual reading to the end of the last one.
    long seconds() {
        return time(until) - time(from) + watched.step();
    }

    /// Relative effect in per cent; `NaN` if nothing was expected.
    double percent() {
        return expected > 0 ? 100 * (value / expected - 1) : Double.NaN;
    }

    /// In multiples of the least that is worth an event.
    double size() {
        return Math.abs(value - expected) / watched.least();
    }
}
