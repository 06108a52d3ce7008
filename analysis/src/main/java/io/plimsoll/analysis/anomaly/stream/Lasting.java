package io.plimsoll.analysis.anomaly.stream;

/// Deviations that last, from what the time of day brings and from what the past makes likely: both smoothed over about an hour, so
/// that one wild row weighs little where rows are dense. One alert an episode; an episode ends when it was calm for two hours.
final class Lasting {
    private static final double THRESHOLD = 8.85;
    private static final double CALM = 0.7 * THRESHOLD;
    private static final int CALM_SECONDS = 7200;
    private static final double SMOOTHING_SECONDS = 3900;
    /// For ranking rows rather than alerting the last few rows count, however dense they are.
    private static final double LEAST_WEIGHT = 0.15;
    /// More than any distance reaches together with its extremes at once.
    private static final double VANISHED = 11;

    private final int calmRows;
    private final Smoothed slow;
    private final Smoothed quick;
    private double level;
    private boolean inEpisode;
    private int calm;

    /// @param step seconds from row to row
    Lasting(long step) {
        double weight = 1 - Math.exp(-step / SMOOTHING_SECONDS);
        this.slow = new Smoothed(weight);
        this.quick = new Smoothed(Math.max(weight, LEAST_WEIGHT));
        this.calmRows = (int) Math.max(1, CALM_SECONDS / step);
    }

    /// @return whether an episode begins
    boolean next(double distance, double extreme, boolean vanished) {
        double least = vanished ? VANISHED : 0;
        level = Math.max(quick.next(distance, extreme), least);
        double alarm = Math.max(slow.next(distance, extreme), least);
        if (alarm >= CALM) {
            calm = 0;
        } else if (++calm >= calmRows) {
            inEpisode = false;
        }
        boolean begins = alarm >= THRESHOLD && !inEpisode;
        inEpisode |= begins;
        return begins;
    }

    /// In 0..1, for the last few rows.
    double level() {
        return level / Smoothed.MOST;
    }

    private static final class Smoothed {
        private static final double MOST_DISTANCE = 10;
        private static final double MOST_EXTREME = 6;
        private static final double WEIGHT_OF_EXTREMES = 0.5;
        static final double MOST = MOST_DISTANCE + WEIGHT_OF_EXTREMES * MOST_EXTREME;

        private final double weight;
        private double value;

        Smoothed(double weight) {
            this.weight = weight;
        }

        double next(double distance, double extreme) {
            double now = Math.min(Math.abs(distance), MOST_DISTANCE)
                    + WEIGHT_OF_EXTREMES * Math.min(extreme, MOST_EXTREME);
            value += weight * (now - value);
            return value;
        }
    }
}
