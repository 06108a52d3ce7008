package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Local times have an hour twice in autumn. It is rejected, because nobody can tell the two apart; that is no fault of an exporter.
class ClockChangeTest {
    @TempDir
    Path folder;

    private CommandLineRun run(Object... words) {
        return CommandLineRun.on(folder.resolve("case"),
                Stream.concat(Stream.of("--json"), Stream.of(words)).toArray());
    }

    /// @param silent first hour of two in which nothing is written
    private Path telemetry(String name, LocalDateTime silent) throws IOException {
        StringBuilder text = new StringBuilder("time,metric,value,pod,namespace\n");
        LocalDateTime time = LocalDateTime.parse("2025-10-20T00:00");
        for (int hour = 0; hour < 14 * 24; hour++, time = time.plusHours(1)) {
            for (int pod = 0; pod < 4 && (time.isBefore(silent) || !time.isBefore(silent.plusHours(2))); pod++) {
                text.append(time).append(",container_cpu_usage_cores,1.").append(hour % 7).append(",api-").append(pod)
                        .append(",shop\n");
            }
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theHourThatClocksMakeTwiceIsNoSilenceAndAnyOtherIs() throws IOException {
        Path file = telemetry("local.csv", LocalDateTime.parse("2025-10-30T10:00"));
        assertThat(run("import", file, "--zone", "Europe/Berlin").exitCode()).isZero();
        assertThat(run("rejects").out()).contains("this time was twice in Europe/Berlin");
        assertThat(run("quality").json().get("events").valueStream().map(each -> each.get("from").asString()))
                .containsExactly("2025-10-30T09:00:00Z");
    }
}
