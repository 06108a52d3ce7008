package io.plimsoll.analysis.rightsizing.capacity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Builds a Prometheus answer: fourteen days, one sample an hour, labels that name each series' workload.
final class MadeTelemetry {
    private static final long START = Instant.parse("2026-10-05T00:00:00Z").getEpochSecond();
    private static final int HOURS = 14 * 24;
    private static final long GI = 1L << 30;

    private final List<String> series = new ArrayList<>();
    private String labels = "";

    /// All that follows is of this container.
    MadeTelemetry of(String kind, String name, String pod, String container) {
        labels = "\"namespace\":\"shop\",\"pod\":\"" + pod + "\",\"container\":\"" + container + "\",\"workload\":\""
                + name
                + "\",\"workload_type\":\"" + kind + "\"";
        return this;
    }

    /// A working day's waves of CPU, and memory that hardly moves.
    MadeTelemetry use(double cores, double gib) {
        add("cpu_cores", "", hour -> cores * (0.6 + 0.4 * Math.sin(hour / 24.0 * 2 * Math.PI)));
        return gib("container_memory_working_set_bytes", gib);
    }

    MadeTelemetry gib(String metric, double gib) {
        add(metric, "", hour -> gib * GI * (hour % 24 == 12 ? 1 : 0.98));
        return this;
    }

    /// As Micrometer names pools; a negative amount stands for "no bound".
    MadeTelemetry pool(String what, String area, String pool, double gib) {
        add("jvm_memory_" + what + "_bytes", ",\"area\":\"" + area + "\",\"id\":\"" + pool + "\"",
                hour -> gib < 0 ? -1 : gib * GI);
        return this;
    }

    private void add(String metric, String more, IntToDoubleFunction value) {
        series.add("{\"metric\":{\"__name__\":\"" + metric + "\"," + labels + more + "},\"values\":["
                + IntStream.range(0, HOURS)
                        .mapToObj(hour -> "[" + (START + hour * 3600L) + ",\"" + value.applyAsDouble(hour) + "\"]")
                        .collect(Collectors.joining(","))
                + "]}");
    }

    Path write(Path file) throws IOException {
        return Files.writeString(file, "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
                + String.join(",", series) + "]}}");
    }
}
