package io.plimsoll.analysis.anomaly.cause;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// When something changed, as exactly as the data tell.
///
/// @param from    of the time that is spoken of
/// @param to      of it
/// @param source  what told the time
/// @param windows where the change may lie, with the chance of each; they need not be in the order of time
public record ChangeTime(Instant from, Instant to, Source source, List<Window> windows) {
    public ChangeTime {
        windows = List.copyOf(windows);
    }

    /// What told the time.
    public enum Source {
        /// Charges by the hour.
        BILL,
        /// What was measured of the workload, by the hour.
        TELEMETRY,
        /// The moment of an event in telemetry.
        EVENT,
        /// Charges by the day.
        DAY
    }

    /// A stretch in which any moment is as likely as the others.
    public record Window(Instant from, Instant to, double chance) {}

    /// A bill by the day tells no more than that. What began in the evening may be too little on that day to be unusual.
    public static ChangeTime day(LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = start.plus(Duration.ofDays(1));
        return new ChangeTime(start, end, Source.DAY,
                List.of(new Window(start.minus(Duration.ofHours(8)), start, 0.2), new Window(start, end, 0.8)));
    }

    /// A step between two hours is seen in the second, or an hour beside it.
    ///
    /// @param hour start of the first hour at the new level
    public static ChangeTime hour(Instant hour, Source source) {
        Duration one = Duration.ofHours(1);
        Instant end = hour.plus(one);
        return new ChangeTime(hour, end, source, List.of(new Window(hour, end, 0.7),
                new Window(hour.minus(one), hour, 0.15), new Window(end, end.plus(one), 0.15)));
    }

    /// The moment at which something measured became unusual, which is a little after it changed.
    public static ChangeTime moment(Instant moment) {
        Instant before = moment.minus(Duration.ofHours(1));
        Instant end = moment.plus(Duration.ofMinutes(1));
        return new ChangeTime(before, end, Source.EVENT, List.of(new Window(before, end, 0.8),
                new Window(before.minus(Duration.ofHours(3)), before, 0.2)));
    }

    boolean byDay() {
        return source == Source.DAY;
    }

    /// The first moment at which the change may have been.
    Instant earliest() {
        return windows.stream().map(Window::from).min(Instant::compareTo).orElse(from);
    }
}
