package io.plimsoll.analysis.anomaly.cause;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;

/// Says what speaks for a commit: `rose 38 % within two hours of 9f31c2a: memory 4Gi to 16Gi`. The time between is as exact as the
/// data are: of a bill by the day it is a range.
final class BlameSentence {
    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven", "twelve");

    private static final int MOST = 4;

    private BlameSentence() {
    }

    static String of(CommitBlame.Event event, CommitFact commit, @Nullable FieldChange main) {
        String what = main == null ? commit.subject() : changes(commit, main);
        return move(event) + " " + when(commit.time(), event.time()) + commit.shortId() + ": " + what;
    }

    /// The main change, and what else the commit set at the same object: a size is seldom one field.
    private static String changes(CommitFact commit, FieldChange main) {
        List<String> texts = Stream
                .concat(Stream.of(main), commit.changes().stream().filter(each -> beside(each, main)))
                .map(each -> each.field() + " " + shown(each.oldValue()) + " to " + shown(each.newValue())).distinct()
                .toList();
        return String.join(", ", texts.subList(0, Math.min(MOST, texts.size())))
                + (texts.size() > MOST ? " and " + (texts.size() - MOST) + " more" : "");
    }

    private static boolean beside(FieldChange change, FieldChange main) {
        return change.file().equals(main.file()) && change.document() == main.document()
                && change.workload().equals(main.workload()) && !change.word().equals("image");
    }

    private static String move(CommitBlame.Event event) {
        double percent = event.percent();
        if (event.nature() == CommitBlame.Nature.STARTED) {
            return "first charged";
        }
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
