package io.plimsoll.analysis.telemetry.stage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.SampleSink;
import io.plimsoll.analysis.telemetry.read.Source;
import io.plimsoll.analysis.telemetry.read.TelemetryReader;
import io.plimsoll.analysis.telemetry.read.Told;

/// Reads the beginning of a file for what a reader says of it, before anything is loaded: how it takes columns and times, or why the file
/// needs a word of the user. That the beginning ends in the middle of something means nothing.
final class HeadProbe implements SampleSink {
    private static final Set<String> TELLING = Set.of("TIME_WITHOUT_ZONE", "TIME_MISSING", "NOT_A_RANGE",
            "PROMETHEUS_ERROR");

    private final Set<String> notes = new LinkedHashSet<>();
    private int series;

    private HeadProbe() {
    }

    /// @param head    the file's first characters
    /// @param refusal null if nothing speaks against loading the file
    record Finding(Set<String> notes, @Nullable StepFailure refusal) {}

    static Finding of(TelemetryReader reader, String head, Source source) {
        HeadProbe probe = new HeadProbe();
        try {
            reader.read(new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)), source, probe);
        } catch (StepFailure e) {
            return new Finding(probe.notes, TELLING.contains(e.code()) ? e : null);
        } catch (IOException e) {
            return new Finding(probe.notes, null);
        }
        return new Finding(probe.notes, null);
    }

    @Override
    public int newSeries() {
        return series++;
    }

    @Override
    public void describe(int id, String metric, Map<String, String> labels, Told told) {
        // Only what is said counts here.
    }

    @Override
    public void sample(int id, long millis, double value) {
        // Only what is said counts here.
    }

    @Override
    public void empty(int id, long millis) {
        // Only what is said counts here.
    }

    @Override
    public void reject(long line, String reason, String content) {
        // Only what is said counts here.
    }

    @Override
    public void note(String text) {
        notes.add(text);
    }
}
