package io.plimsoll.analysis.telemetry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hours that a zone has twice, because clocks are put back. Of times without an offset nobody can tell which of the two was meant, so
/// what was measured then is rejected on import, and its absence says nothing of the exporter.
public final class ClockChange {
    private static final String TWICE = "this time was twice in %s: clocks were put back";
    private static final Pattern REASON = Pattern.compile("this time was twice in (\\S+): clocks were put back");

    private ClockChange() {
    }

    /// Why a time is rejected that a zone has twice.
    public static String twice(ZoneId zone) {
        return TWICE.formatted(zone);
    }

    /// The zone of such a reason; empty for any other.
    public static Optional<ZoneId> zone(String reason) {
        Matcher matcher = REASON.matcher(reason);
        try {
            return matcher.matches() ? Optional.of(ZoneId.of(matcher.group(1))) : Optional.empty();
        } catch (DateTimeException notKnownHere) {
            return Optional.empty();
        }
    }

    /// Whether a span lies in hours that a zone has twice.
    ///
    /// @param from  included
    /// @param until excluded
    public static boolean within(ZoneId zone, Instant from, Instant until) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(from.minus(Duration.ofHours(2)));
        if (change == null || !change.isOverlap()) {
            return false;
        }
        Duration twice = change.getDuration().abs();
        return !from.isBefore(change.getInstant().minus(twice)) && !until.isAfter(change.getInstant().plus(twice));
    }
}
