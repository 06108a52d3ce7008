package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.task.StepFailure;

/// Every telemetry format. A new one is a class and a line here.
public final class Readers {
    public static final List<TelemetryReader> ALL = List.of(new PrometheusRangeReader(), new LongCsvReader());
    private static final int HEAD = 1 << 14;

    private Readers() {
    }

    /// @throws StepFailure UNKNOWN_PROFILE
    public static TelemetryReader byId(String id) {
        return ALL.stream().filter(reader -> reader.id().equals(id)).findFirst()
                .orElseThrow(
                        () -> StepFailure.wrongUsage("UNKNOWN_PROFILE", "There is no telemetry profile " + id + ".",
                                "Known are: " + known()));
    }

    /// The reader that knows text which begins so.
    ///
    /// @param in positioned at the start; some of it is consumed
    public static Optional<TelemetryReader> recognise(InputStream in) throws IOException {
        String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        String text = head.startsWith("\uFEFF") ? head.substring(1) : head;
        return ALL.stream().filter(reader -> reader.recognises(text)).findFirst();
    }

    public static StepFailure unknown(String file) {
        return StepFailure.badInput("UNKNOWN_FORMAT", file + " has no telemetry format that Plimsoll knows.",
                "Known are: " + known() + ". Name one with --as if you are sure.");
    }

    private static String known() {
        return String.join(", ", ALL.stream().map(TelemetryReader::id).toList());
    }
}
