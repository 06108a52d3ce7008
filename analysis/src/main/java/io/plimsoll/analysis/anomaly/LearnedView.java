package io.plimsoll.analysis.anomaly;

/// What one learned method thinks of one event: a second opinion, never a reason for an alert.
///
/// @param strange how many of the event's moments it sets apart
/// @param judged  how many it knows
public record LearnedView(Method method, int strange, int judged) {
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

    /// Complete.
    public String sentence() {
        String head = "A second opinion, " + method.title() + ": ";
        if (judged == 1) {
            return head + "the one moment that it knows is " + (strange == 0 ? "not " : "") + "unusual.";
        }
        return head
                + (strange == 0
                        ? "none of the " + judged + " moments that it knows is unusual."
                        : strange + " of the " + judged + " moments that it knows " + (strange == 1 ? "is" : "are")
                                + " unusual.");
    }
}
