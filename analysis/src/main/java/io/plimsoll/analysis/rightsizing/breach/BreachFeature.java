package io.plimsoll.analysis.rightsizing.breach;

import java.util.Locale;

/// What is known of a workload and a size on the evening before. Ratios to the size are natural logarithms, so that 0 is the size.
enum BreachFeature {
    HIGHEST_YESTERDAY("the highest use of the last day was %s of the size", true),
    PEAK_YESTERDAY("the last day's peak, its rare moments left out, was %s of the size", true),
    USUAL_PEAK("the usual daily peak of the last week was %s of the size", true),
    HIGHEST_PEAK("the highest daily peak of the last week was %s of the size", true),
    SAME_WEEKDAY("the peak of the same weekday last week was %s of the size", true),
    TREND("daily peaks moved by %s a day over the last week", true),
    VOLATILITY("daily peaks spread by %s", true),
    MARGIN("the size lies %s spreads of daily peaks above the usual one", false),
    BREACHED_WEEK("%s of the last 7 days exceeded the size", false),
    BREACHED_FORTNIGHT("%s of the last 14 days exceeded the size", false),
    BREACHED_YESTERDAY("the last day's excess was %s of its samples", false),
    DAYS_SINCE("the last excess lies %s days back", false),
    SHIFT("mean use of the last two days was %s of that before", true),
    REPLICAS_ABOVE("%s of the replicas rose above the size on the last day", false);

    private final String sentence;
    private final boolean logarithm;

    BreachFeature(String sentence, boolean logarithm) {
        this.sentence = sentence;
        this.logarithm = logarithm;
    }

    /// A feature's value in words.
    String sentence(double value) {
        return String.format(Locale.ROOT, sentence, switch (this) {
            case TREND, VOLATILITY -> percent(Math.expm1(value));
            case MARGIN -> String.format(Locale.ROOT, "%.1f", -value);
            case DAYS_SINCE -> value >= BreachRows.MEMORY_DAYS
                    ? BreachRows.MEMORY_DAYS + " or more"
                    : String.format(Locale.ROOT, "%.0f", value);
            case BREACHED_WEEK, BREACHED_FORTNIGHT -> percent(1 / (1 + Math.exp(-value)));
            default -> percent(logarithm ? Math.exp(value) : value);
        });
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, Math.abs(share) < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
