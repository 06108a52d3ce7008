package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// A small file of each format and everything that becomes of it, in `golden/`. The expected texts were held against the inputs by hand.
class GoldenTest extends TelemetryTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static Stream<Path> inputs() throws IOException {
        try (Stream<Path> all = Files.list(golden())) {
            return all.filter(file -> !file.toString().endsWith(".expected")).sorted().toList().stream();
        }
    }

    private static Path golden() {
        try {
            return Path.of(URI.create(String.valueOf(GoldenTest.class.getResource("golden/"))));
        } catch (RuntimeException e) {
            throw new IllegalStateException("golden/ is not on the class path as a folder", e);
        }
    }

    /// The small sound file of a format.
    static byte[] input(String profile) throws IOException {
        Path found = inputs().filter(file -> profile(file).equals(profile)).findFirst().orElseThrow();
        return Files.readAllBytes(found);
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static String profile(Path input) {
        return String.valueOf(input.getFileName()).replaceFirst("\\.[a-z]+$", "");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void eachFormatGivesWhatItsFileSays(Path input) throws IOException {
        TelemetryImport done = load(new TelemetryRequest(List.of(input), null, BERLIN, null), Cancellation.never());
        assertThat(done.files().getFirst().profile()).as("recognised").isEqualTo(profile(input));
        assertNothingIsMissing(done);
        Path expected = input.resolveSibling(profile(input) + ".expected");
        String told = told(done);
        if (System.getProperty("plimsoll.golden") != null) {
            Files.writeString(Path.of(System.getProperty("plimsoll.golden"), profile(input) + ".expected"), told);
        }
        assertThat(told).isEqualTo(Files.readString(expected));
    }

    @Test
    void everyProfileHasAGoldenFile() throws IOException {
        assertThat(inputs().map(GoldenTest::profile)).containsExactlyInAnyOrderElementsOf(Telemetry.profiles());
    }

    @ParameterizedTest
    @MethodSource("packed")
    void sparkLogsAreReadAsSparkPacksThem(String name) throws IOException {
        Path file = Files.write(folder.resolve(name), resource(name));
        TelemetryImport done = load(file);
        assertThat(told(done)).isEqualTo(Files.readString(golden().resolve("spark-eventlog.expected")));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 8;
        String code = codeOf(Files.write(folder.resolve("damaged." + name), bytes));
        // Snappy has no check sums: what is damaged may still be text.
        assertThat(code).isIn(name.endsWith("lz4") ? List.of("FILE_DAMAGED") : List.of("FILE_DAMAGED", ""));
        assertThat(codeOf(Files.write(folder.resolve("cut." + name), Arrays.copyOf(bytes, 900))))
                .isEqualTo("FILE_DAMAGED");
    }

    static Stream<String> packed() {
        return Stream.of("spark-eventlog.lz4", "spark-eventlog.snappy");
    }

    private String told(TelemetryImport done) {
        List<String> lines = new ArrayList<>();
        done.files().getFirst().notes().forEach(note -> lines.add("note: " + note));
        for (TelemetrySeries series : telemetry.series(SeriesFilter.all())) {
            TimeSeries samples = telemetry.samples(series.id(), LONG_AGO, FAR);
            StringBuilder line = new StringBuilder(series.key()).append(" ").append(series.measure()).append(" ")
                    .append(series.statistic().name().toLowerCase(Locale.ROOT)).append(" [").append(series.unit())
                    .append("]");
            for (int i = 0; i < samples.length(); i++) {
                line.append(" ").append(samples.times()[i]).append("=").append(samples.values()[i]);
            }
            lines.add(line.toString());
        }
        new TreeMap<>(done.repairs()).forEach((repair, count) -> lines.add("repair: " + repair + " " + count));
        telemetry.rejects().forEach(reject -> lines.add("reject: line " + reject.line() + ", " + reject.reason() + ": "
                + reject.content()));
        return String.join("\n", lines) + "\n";
    }
}
