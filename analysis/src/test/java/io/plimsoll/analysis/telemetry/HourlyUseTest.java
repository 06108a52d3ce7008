package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

class HourlyUseTest extends TelemetryTest {
    private List<String> hours(SeriesFilter filter, String from, String to) {
        List<String> hours = new ArrayList<>();
        telemetry.hourly(filter, Instant.parse(from), Instant.parse(to),
                hour -> hours.add(hour.hour() + " " + hour.mean() + " " + hour.seconds()), Cancellation.never());
        return hours.stream().sorted().toList();
    }

    @Test
    void anHourIsTheMeanOfItsSamplesAndLastsAsLongAsTheyStandFor() throws IOException {
        // Every 20 minutes; of the second hour only one sample is there, and nothing of the third.
        load(file("use.json",
                answer(series("cpu_cores", "[0,\"1\"],[1200,\"2\"],[2400,\"3\"],[3600,\"5\"],[10800,\"7\"]"),
                        series("memory_bytes", "[1200,\"64\"]"))));
        assertThat(hours(SeriesFilter.of(Measure.CPU_CORES), "1970-01-01T00:00:00Z", "1970-01-01T03:00:00Z"))
                .containsExactly("1970-01-01T00:00:00Z 2.0 3600.0", "1970-01-01T01:00:00Z 5.0 1200.0");
        assertThat(hours(SeriesFilter.of(Measure.MEMORY_BYTES), "1970-01-01T00:00:00Z", "1970-01-02T00:00:00Z"))
                .containsExactly("1970-01-01T00:00:00Z 64.0 300.0");
        assertThat(hours(SeriesFilter.of(Measure.CPU_REQUEST), "1970-01-01T00:00:00Z", "1970-01-02T00:00:00Z"))
                .isEmpty();
    }
}
