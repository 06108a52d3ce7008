package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Many series are read at once as they would be one by one.
class ManySamplesTest extends TelemetryTest {
    private static String points(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "[" + (1_790_000_000L + 300L * i) + ",\"" + (i % 7) + "\"]")
                .collect(Collectors.joining(","));
    }

    private Map<Long, Integer> all() {
        Map<Long, Integer> expected = new HashMap<>();
        telemetry.series(SeriesFilter.all()).forEach(each -> expected.put(each.id(), (int) each.samples()));
        return expected;
    }

    private void assertAsOneByOne(Map<Long, TimeSeries> read) {
        assertThat(read).isNotEmpty();
        read.forEach((id, series) -> assertThat(series).isEqualTo(telemetry.samples(id, LONG_AGO, FAR)));
    }

    @Test
    void samplesOfSeveralImportsComeInTheOrderOfTime() throws IOException {
        load(file("late.json", answer(series("cpu_cores", points(5000, 9000)), series("memory_bytes", points(0, 10)))));
        load(file("early.json", answer(series("cpu_cores", points(0, 4000)), series("memory_bytes", points(5, 20)))));
        load(file("between.json", answer(series("cpu_cores", points(4000, 5200)))));
        assertAsOneByOne(telemetry.samples(all(), Cancellation.never()));
    }

    @Test
    void aWrongExpectationCostsTimeOnly() throws IOException {
        load(file("one.json", answer(series("cpu_cores", points(0, 3000)), series("memory_bytes", points(0, 3000)))));
        Map<Long, Integer> wrong = new HashMap<>(all());
        wrong.replaceAll((id, samples) -> id % 2 == 0 ? 0 : 5000);
        assertAsOneByOne(telemetry.samples(wrong, Cancellation.never()));
    }

    @Test
    void aSeriesThatIsNotThereIsEmptyAndItsNeighboursAreNotGiven() throws IOException {
        load(file("one.json", answer(series("cpu_cores", points(0, 10)), series("memory_bytes", points(0, 10)))));
        Map<Long, TimeSeries> read = telemetry.samples(Map.of(1L, 10, 900L, 0), Cancellation.never());
        assertThat(read).containsOnlyKeys(1L, 900L);
        assertThat(read.get(1L).length()).isEqualTo(10);
        assertThat(read.get(900L).length()).isZero();
    }

    @Test
    void readingStopsWhenAsked() throws IOException {
        load(file("one.json", answer(series("cpu_cores", points(0, 10)))));
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        assertThatThrownBy(() -> telemetry.samples(all(), cancellation)).isInstanceOf(CancelledException.class);
    }
}
