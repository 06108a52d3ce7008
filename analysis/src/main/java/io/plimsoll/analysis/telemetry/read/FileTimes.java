package io.plimsoll.analysis.telemetry.read;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// The times of one file, all written in the form of the first. One thread.
final class FileTimes {
    private final Source source;
    private final SampleSink sink;
    private @Nullable TimeRule rule;
    private String last = "";
    private long lastMillis;

    FileTimes(Source source, SampleSink sink) {
        this.source = source;
        this.sink = sink;
    }

    /// @return epoch milliseconds
    /// @throws IllegalArgumentException why this one is no time, for the list of rejects
    /// @throws StepFailure              TIME_WITHOUT_ZONE
    long millis(String text) {
        if (text.equals(last) && !text.isEmpty()) {
            return lastMillis;
        }
        TimeRule of = rule == null ? decided(text) : rule;
        long millis = of.millis(text, source.zone());
        last = text;
        lastMillis = millis;
        return millis;
    }

    private TimeRule decided(String text) {
        TimeRule first = Arrays.stream(TimeRule.values()).filter(each -> each.fits(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "time is neither ISO 8601 nor epoch seconds or milliseconds"));
        if (first == TimeRule.LOCAL) {
            if (source.zone() == null) {
                throw StepFailure.badInput("TIME_WITHOUT_ZONE",
                        source.file() + " has times without a zone, such as " + text + ".",
                        "Say where they were taken: plimsoll import --zone UTC FILE, or --zone Europe/Berlin.");
            }
            sink.note(first.explanation() + ": " + source.zone());
        } else {
            sink.note(first.explanation());
        }
        rule = first;
        return first;
    }
}
