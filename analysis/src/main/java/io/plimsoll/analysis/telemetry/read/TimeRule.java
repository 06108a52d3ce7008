package io.plimsoll.analysis.telemetry.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.telemetry.ClockChange;

/// How a file writes times. One form holds for a whole file, decided by its first time and said in the report.
enum TimeRule {
    /// With `Z` or an offset; Go and OpenShift write a blank instead of the T and a zone's name behind the offset.
    ISO_8601("times read as ISO 8601 with their zone",
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)(?: [A-Z]{3,4})?"),
    /// Without an offset it could be any zone: only the user knows which.
    LOCAL("times read in the zone that was given",
            "(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?))?"),
    /// Up to eleven digits before the point: until the year 5138.
    EPOCH_SECONDS("times read as epoch seconds (at most 11 digits)", "\\d{1,11}(?:\\.\\d+)?"),
    /// Twelve to fourteen digits: from the year 1973 on.
    EPOCH_MILLIS("times read as epoch milliseconds (12 to 14 digits)", "\\d{12,14}(?:\\.\\d+)?"),
    /// Fifteen to seventeen digits.
    EPOCH_MICROS("times read as epoch microseconds (15 to 17 digits)", "\\d{15,17}"),
    /// Eighteen and nineteen digits.
    EPOCH_NANOS("times read as epoch nanoseconds (18 or 19 digits)", "\\d{18,19}");

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

    /// @param zone of times without an offset; only LOCAL needs it
    /// @return epoch milliseconds
    /// @throws IllegalArgumentException if the text does not follow this rule, or is a time that its zone does not have or has twice
    long millis(String text, @Nullable ZoneId zone) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("time is not in the form of the first row");
        }
        try {
            return switch (this) {
                case EPOCH_SECONDS, EPOCH_MILLIS ->
                    Math.round(Double.parseDouble(text) * (this == EPOCH_SECONDS ? 1000 : 1));
                case EPOCH_MICROS -> Math.floorDiv(Long.parseLong(text), 1000L);
                case EPOCH_NANOS -> Math.floorDiv(Long.parseLong(text), 1_000_000L);
                case ISO_8601 -> local(matcher).toInstant(offset(matcher.group(3))).toEpochMilli();
                case LOCAL -> inZone(local(matcher), zone);
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("time is no date", e);
        }
    }

    private static LocalDateTime local(Matcher matcher) {
        String time = matcher.group(2);
        return LocalDateTime.of(LocalDate.parse(matcher.group(1)),
                time == null ? LocalTime.MIDNIGHT : LocalTime.parse(time));
    }

    private static ZoneOffset offset(String text) {
        return text.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    private static long inZone(LocalDateTime time, @Nullable ZoneId zone) {
        if (zone == null) {
            throw new IllegalArgumentException("time has no zone");
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.size() != 1) {
            throw new IllegalArgumentException(offsets.isEmpty()
                    ? "there is no such time in " + zone + ": clocks were put forward"
                    : ClockChange.twice(zone));
        }
        return time.toInstant(offsets.getFirst()).toEpochMilli();
    }
}
