package io.plimsoll.analysis.anomaly.stream;

/// A value of exactly nothing where there was always something: a sensor, a scrape or a service that stopped.
final class Vanished {
    private static final int LEARNING = 48;
    private static final double SHARE = 0.01;

    private int rows;
    private int zeros;

    /// @return whether this is zero and at most one in a hundred rows before it was
    boolean next(double value) {
        boolean found = value == 0 && rows >= LEARNING && zeros <= SHARE * rows;
        rows++;
        if (value == 0) {
            zeros++;
        }
        return found;
    }
}
