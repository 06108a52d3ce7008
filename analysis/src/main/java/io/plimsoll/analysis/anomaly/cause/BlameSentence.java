package io.plimsoll.analysis.anomaly.cause;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;

/// Says what speaks for a commit: `rose 38 % within two hours of 9f31c2a: memory 4Gi to 16Gi`. The time between is as exact as the
/// data are: of a bill by the day it is a range.
final class BlameSentence {
    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven", "twelve");

    private BlameSentence() {
    }

    static String of(CommitBlame.Event event, CommitFact commit, @Nullable FieldChange main) {
        String what = main == null
                ? commit.subject()
                : main.field() + " " + shown(main.oldValue()) + " to " + shown(main.newValue());
        return move(event.percent()) + " " + when(commit.time(), event.time()) + commit.shortId() + ": " + what;
    }

    private static String move(double percent) {
        return Double.isNaN(percent)
                ? "changed"
                : String.format(Locale.ROOT, "%s %.0f %%", percent >= 0 ? "rose" : "fell", Math.abs(percent));
    }

    private static String when(Instant commit, ChangeTime time) {
        long earliest = Math.max(0, Duration.between(commit, time.from()).toHours());
        long latest = Math.max(1, (Duration.between(commit, time.to()).toMinutes() + 59) / 60);
        if (time.byDay()) {
            return latest <= 24
                    ? "within a day of "
                    : latest <= 72
                            ? earliest + " to " + latest + " hours after "
                            : earliest / 24 + " to " + (latest + 23) / 24 + " days after ";
        }
        return latest == 1
                ? "within an hour of "
                : latest <= 12
                        ? "within " + NUMBERS.get((int) latest) + " hours of "
                        : latest <= 48 ? latest + " hours after " : latest / 24 + " days after ";
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value;
    }
}
