package io.plimsoll.analysis.anomaly.daily;

import java.util.Arrays;

/// What was expected of each day before it was seen, on the cost scale, part by part.
public final class Judgement {
    private final double[] level;
    private final double[] weekday;
    private final double[] month;
    private final double[] scale;
    private final double[] strength;

    Judgement(int length) {
        level = new double[length];
        Arrays.fill(level, Double.NaN);
        scale = level.clone();
        weekday = new double[length];
        month = new double[length];
        strength = new double[length];
    }

    void set(int t, double dayLevel, double dayWeekday, double dayMonth, double dayScale, double dayStrength) {
        level[t] = dayLevel;
        weekday[t] = dayWeekday;
        month[t] = dayMonth;
        scale[t] = dayScale;
        strength[t] = dayStrength;
    }

    public double expected(int t) {
        return level[t] + season(t);
    }

    public double level(int t) {
        return level[t];
    }

    public double season(int t) {
        return weekday[t] + month[t];
    }

    public double weekday(int t) {
        return weekday[t];
    }

    public double month(int t) {
        return month[t];
    }

    /// Robust standard deviation of a day, `NaN` while there is too little history.
    public double scale(int t) {
        return scale[t];
    }

    /// Distance over gate; 1 is just enough. 0 while there is too little history.
    public double strength(int t) {
        return strength[t];
    }
}
