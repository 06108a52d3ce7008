package io.plimsoll.analysis.observability;

/// A place in the clone that names a metric.
///
/// @param file path from the clone's top
public record Mention(Kind kind, String file) {
    /// What sort of thing it is.
    public enum Kind {
        ALERT_RULE("alert and recording rules"), DASHBOARD("dashboards"), AUTOSCALER("autoscaler triggers");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /// In the plural, lower case.
        public String title() {
            return title;
        }
    }
}
