package io.plimsoll.analysis.anomaly;

import java.util.Locale;

/// What one learned method thinks of one event: a second opinion, never a reason for an alert.
///
/// @param strange       how many of the event's moments it sets apart
/// @param judged        how many it knows
/// @param strangeOthers how many of all other moments it sets apart
/// @param judgedOthers  how many of these it knows
public record LearnedView(Method method, int strange, int judged, int strangeOthers, int judgedOthers) {
    /// A method that calls a quarter of everything unusual tells nothing of what it does so.
    private static final double MOST_OTHERS = 0.25;
    private static final double CLEARLY = 2;

    /// A method that learns from all events' series at once.
    public enum Method {
        ONE_CLASS_SVM("one-class support vector machine"), HDBSCAN("HDBSCAN clustering");

        private final String title;

        Method(String title) {
            this.title = title;
        }

        /// In the user's words.
        public String title() {
            return title;
        }
    }

    /// Whether it tells this event from the rest: what it sets apart here is clearly more than what it does anywhere. Where it sets nothing apart it disagrees,
    /// which says something as long as it does set apart anything else, and not most of it.
    public boolean informative() {
        double others = others();
        return others < MOST_OTHERS
                && (strange > 0 ? (double) strange / judged >= CLEARLY * others : strangeOthers > 0);
    }

    /// Share of all other moments that it sets apart, 0..1.
    public double others() {
        return judgedOthers == 0 ? 0 : (double) strangeOthers / judgedOthers;
    }

    /// Complete.
    public String sentence() {
        if (strange + strangeOthers == 0) {
            return "No second opinion, " + method.title() + ": it sets nothing apart, here or elsewhere.";
        }
        String here = judged == 1
                ? "the one moment that it knows is " + (strange == 0 ? "not unusual" : "unusual")
                : strange == 0
                        ? "none of the " + judged + " moments that it knows is unusual"
                        : strange + " of the " + judged + " moments that it knows " + (strange == 1 ? "is" : "are")
                                + " unusual";
        String elsewhere = String.format(Locale.ROOT, "%.1f %% of all others", 100 * others());
        return informative()
                ? "A second opinion, " + method.title() + ": " + here + ", and " + elsewhere + "."
                : "No second opinion, " + method.title() + ": " + here + (strange == 0 ? ", but " : ", but so are ")
                        + elsewhere
                        + (strange == 0 ? " are" : "")
                        + ", which says nothing of this event.";
    }
}
