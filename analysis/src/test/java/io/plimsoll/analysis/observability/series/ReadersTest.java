package io.plimsoll.analysis.observability.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.telemetry.Measure;

import static org.assertj.core.api.Assertions.assertThat;

class ReadersTest {
    private static final Path SOURCE = SampleCase.folder()
            .resolveSibling("analysis/src/main/java/io/plimsoll/analysis");
    private static final Pattern MEASURE = Pattern.compile("Measure\\.([A-Z][A-Z_]+)\\b");
    private static final Pattern METRIC = Pattern.compile("\"(kube_[a-z_]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"rightsizing", "idle", "allocation", "workload", "forecast", "change", "anomaly"})
    void theTableNamesWhatTheSourceOfAnAreaReads(String area) {
        Set<String> read = new TreeSet<>();
        for (String text : sources(area)) {
            Matcher measure = MEASURE.matcher(text);
            while (measure.find()) {
                read.add(measure.group(1));
            }
            Matcher metric = METRIC.matcher(text);
            while (metric.find()) {
                read.add(metric.group(1));
            }
        }
        read.remove(Measure.OTHER.name());
        Set<String> named = Readers.all().stream().filter(each -> each.reader().equals(area)).map(Readers.Reader::item)
                .collect(Collectors.toSet());
        assertThat(named).containsExactlyInAnyOrderElementsOf(read);
    }

    private static List<String> sources(String area) {
        Path idle = SOURCE.resolve("rightsizing/idle");
        Path folder = area.equals("idle") ? idle : SOURCE.resolve(area);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> area.equals("idle") || !file.startsWith(idle)).map(ReadersTest::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aMetricThatNobodyKnowsHasNoReader() {
        assertThat(Readers.of(Measure.OTHER, "go_gc_duration_seconds")).isEmpty();
        assertThat(Readers.of(Measure.OTHER, "kube_pod_owner")).isNotEmpty();
    }
}
