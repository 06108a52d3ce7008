package io.plimsoll.analysis.telemetry.read;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/// How a file writes times. One form holds for a whole file, decided by its first row and said in the report.
enum TimeRule {
    /// With `Z` or an offset; without either it could be any zone, and is refused.
    ISO_8601("times read as ISO 8601 with their zone", "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*"),
    /// Up to eleven digits before the point: until the year 5138.
    EPOCH_SECONDS("times read as epoch seconds (at most 11 digits)", "\\d{1,11}(?:\\.\\d+)?"),
    /// Twelve to fourteen digits: from the year 1973 on.
    EPOCH_MILLIS("times read as epoch milliseconds (12 to 14 digits)", "\\d{12,14}");

    private final String explanation;
    private final Pattern form;

    TimeRule(String explanation, String form) {
        this.explanation = explanation;
        this.form = Pattern.compile(form);
    }

    String explanation() {
        return explanation;
    }

    boolean fits(String text) {
        return form.matcher(text).matches();
    }

    /// @return epoch milliseconds
    /// @throws IllegalArgumentException if the text does not follow this rule
    long millis(String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException("time is not in the form of the first row");
        }
        return switch (this) {
            case EPOCH_SECONDS -> Math.round(Double.parseDouble(text) * 1000);
            case EPOCH_MILLIS -> Long.parseLong(text);
            case ISO_8601 -> iso(text);
        };
    }

    private static long iso(String text) {
        try {
            // Go and OpenShift write a blank instead of the T.
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("time has no zone or is no date", e);
        }
    }
}
