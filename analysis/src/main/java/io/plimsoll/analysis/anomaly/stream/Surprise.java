package io.plimsoll.analysis.anomaly.stream;

/// What was never seen so far: novel successions, helped by extreme values, and a broken season where the time of day explains most
/// of the spread. Silent for a while after each alert.
final class Surprise {
    private static final double THRESHOLD = 1;
    private static final double WEIGHT_OF_EXTREMES = 0.1;
    /// Of the spread, by the time of day.
    private static final double SEASONAL = 0.6;
    private static final double SMOOTHING = 0.4;
    private static final double MOST_DISTANCE = 20;
    private static final double BROKEN = 10;
    /// One novelty, one broken season and an extreme value of probability 1e-20.
    private static final double MOST = 4;

    private final int silence;
    private double distances;
    private double level;
    private int quiet;

    /// @param silence rows without another alert
    Surprise(int silence) {
        this.silence = silence;
    }

    /// @param explained share of the spread that the time of day explains
    /// @return whether to alert
    boolean next(double novelty, double extreme, double distance, double explained) {
        distances += SMOOTHING * (Math.min(Math.abs(distance), MOST_DISTANCE) - distances);
        double broken = explained > SEASONAL ? Math.min(1, distances / BROKEN) : 0;
        level = novelty + WEIGHT_OF_EXTREMES * extreme + broken * broken;
        boolean alert = level >= THRESHOLD && quiet == 0;
        quiet = alert ? silence : Math.max(0, quiet - 1);
        return alert;
    }

    /// Somebody was alerted for another reason.
    void silence() {
        quiet = silence;
    }

    /// In 0..1.
    double level() {
        return level / MOST;
    }
}
