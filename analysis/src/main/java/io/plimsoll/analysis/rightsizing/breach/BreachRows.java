package io.plimsoll.analysis.rightsizing.breach;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import io.plimsoll.analysis.series.Robust;

/// Tells what was known of a day and a size on the evening before.
///
/// @param use  by day
/// @param risk share of a day's samples that may lie above the size; 0 for memory, of which a single one kills
record BreachRows(DailyUse use, double risk) {
    /// How far back is looked.
    static final int MEMORY_DAYS = 14;
    private static final int WEEK = 7;
    private static final int FEWEST_BEFORE = 3;
    /// Of a spread below 5 % nothing is concluded.
    private static final double LEAST_SPREAD = 0.05;
    private static final double FARTHEST = 3;

    /// @param day  `use.days()` for tomorrow
    /// @param size in the unit of the use, above 0
    /// @return empty if too little is known of the days before, or the day itself was not measured
    Optional<BreachRow> row(String workload, int day, double size) {
        boolean future = day == use.days();
        int[] past = past(day, MEMORY_DAYS);
        int[] week = past(day, WEEK);
        if (week.length < FEWEST_BEFORE || !use.isMeasured(day - 1) || !future && !use.isMeasured(day)
                || !(size > 0)) {
            return Optional.empty();
        }
        double[] peaks = IntStream.of(week).mapToDouble(each -> ratio(peak(each), size)).toArray();
        double[] all = IntStream.of(past).mapToDouble(each -> ratio(peak(each), size)).toArray();
        double usual = Robust.median(peaks);
        double spread = deviation(all);
        double breachedShare = share(week, size);
        int since = IntStream.of(past).filter(each -> breached(each, size)).map(each -> day - each).min()
                .orElse(MEMORY_DAYS + 1) - 1;
        double[] values = new double[BreachFeature.values().length];
        values[BreachFeature.HIGHEST_YESTERDAY.ordinal()] = ratio(use.quantile(day - 1, 1), size);
        values[BreachFeature.PEAK_YESTERDAY.ordinal()] = ratio(peak(day - 1), size);
        values[BreachFeature.USUAL_PEAK.ordinal()] = usual;
        values[BreachFeature.HIGHEST_PEAK.ordinal()] = Arrays.stream(peaks).max().orElse(usual);
        values[BreachFeature.SAME_WEEKDAY.ordinal()] = use.isMeasured(day - WEEK)
                ? ratio(peak(day - WEEK), size)
                : usual;
        values[BreachFeature.TREND.ordinal()] = slope(week, peaks);
        values[BreachFeature.VOLATILITY.ordinal()] = spread;
        values[BreachFeature.MARGIN.ordinal()] = Math.clamp(usual / (spread + LEAST_SPREAD), -5, 5);
        values[BreachFeature.BREACHED_WEEK.ordinal()] = odds(breachedShare, week.length);
        values[BreachFeature.BREACHED_FORTNIGHT.ordinal()] = odds(share(past, size), past.length);
        values[BreachFeature.BREACHED_YESTERDAY.ordinal()] = breached(day - 1, size)
                ? use.shareAbove(day - 1, size)
                : 0;
        values[BreachFeature.DAYS_SINCE.ordinal()] = since;
        values[BreachFeature.SHIFT.ordinal()] = shift(day);
        values[BreachFeature.REPLICAS_ABOVE.ordinal()] = use.replicasAbove(day - 1, size);
        return Optional.of(new BreachRow(workload, use.start(day), values, breachedShare,
                !future && breached(day, size)));
    }

    boolean breached(int day, double size) {
        return use.shareAbove(day, size) > risk;
    }

    /// What a day would have needed.
    double peak(int day) {
        return use.quantile(day, 1 - risk);
    }

    private double share(int[] days, double size) {
        return (double) IntStream.of(days).filter(each -> breached(each, size)).count() / days.length;
    }

    /// Logarithm of the odds, half a day added to either side.
    private static double odds(double share, int days) {
        return Math.log((share * days + 0.5) / ((1 - share) * days + 0.5));
    }

    private int[] past(int day, int most) {
        return IntStream.range(Math.max(0, day - most), day).filter(use::isMeasured).toArray();
    }

    private double shift(int day) {
        int[] recent = past(day, 2);
        int[] before = IntStream.of(past(day, WEEK + 2)).filter(each -> each < day - 2).toArray();
        double now = IntStream.of(recent).mapToDouble(use::mean).average().orElse(0);
        double then = IntStream.of(before).mapToDouble(use::mean).average().orElse(now);
        return ratio(now, then);
    }

    private static double ratio(double value, double size) {
        return size <= 0 || value <= 0
                ? (size <= 0 ? 0 : -FARTHEST)
                : Math.clamp(Math.log(value / size), -FARTHEST, FARTHEST);
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum()
                / Math.max(1, values.length - 1));
    }

    private static double slope(int[] days, double[] values) {
        double day = IntStream.of(days).average().orElse(0);
        double mean = Arrays.stream(values).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int i = 0; i < days.length; i++) {
            above += (days[i] - day) * (values[i] - mean);
            below += (days[i] - day) * (days[i] - day);
        }
        return below == 0 ? 0 : above / below;
    }
}
