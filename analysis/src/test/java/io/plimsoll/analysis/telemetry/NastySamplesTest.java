package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The same bad course of one series in every format that can write it: each repair is counted under the same name, and the same values
/// stay.
class NastySamplesTest extends TelemetryTest {
    private static final long START = 1_790_812_800;
    /// Seconds and value.
    private static final String[][] SAMPLES = {{"0", "1"}, {"300", "NaN"}, {"600", "+Inf"}, {"900", "-5"},
        {"1200", "2"}, {"1200", "3"}, {"700", "4"}, {"5400000000", "9"}, {"-1474848000", "9"}};

    private enum Format {
        LONG_CSV("a.csv", "time,metric,pod,value\n", each -> time(each) + ",memory_bytes,a," + each[1] + "\n", ""),
        WIDE_CSV("w.csv", "time,pod,memory_bytes\n", each -> time(each) + ",a," + each[1] + "\n", ""),
        TSDB_DUMP("dump.txt", "", each -> "{__name__=\"memory_bytes\",pod=\"a\"} " + each[1] + " " + time(each)
                + "000\n", ""),
        OPEN_METRICS("om.txt", "# TYPE memory_bytes gauge\n",
                each -> "memory_bytes{pod=\"a\"} " + each[1] + " " + time(each) + "\n", "# EOF\n"),
        QUERY_RANGE("q.json", "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{"
                + "\"__name__\":\"memory_bytes\",\"pod\":\"a\"},\"values\":[",
                each -> "[" + time(each) + ",\"" + each[1] + "\"],", "]}]}}");

        private final String file;
        private final String head;
        private final Function<String[], String> line;
        private final String tail;

        Format(String file, String head, Function<String[], String> line, String tail) {
            this.file = file;
            this.head = head;
            this.line = line;
            this.tail = tail;
        }

        private static long time(String[] sample) {
            return START + Long.parseLong(sample[0]);
        }

        String of(Stream<String[]> samples) {
            return (head + samples.map(line).collect(Collectors.joining()) + tail).replace(",]}]}}", "]}]}}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRepairIsCountedUnderItsName(Format format) throws IOException {
        TelemetryImport done = load(file(format.file, format.of(Arrays.stream(SAMPLES))));
        // A cell of a wide table with a sign before Inf is no number there, and is kept with its line.
        assertThat(done.rejected()).isEqualTo(format == Format.WIDE_CSV ? 1 : 0);
        assertThat(done.repairs()).containsExactlyInAnyOrderEntriesOf(Map.of(Repair.NOT_FINITE, 2 - done.rejected(),
                Repair.NEGATIVE, 1L, Repair.DUPLICATE, 1L, Repair.OUT_OF_ORDER, 1L, Repair.FUTURE, 1L, Repair.PAST,
                1L));
        assertThat(values("memory_bytes")).containsExactly(1, 4, 3);
        assertNothingIsMissing(done);
    }

    @ParameterizedTest
    @EnumSource
    void aSingleSampleIsASingleSample(Format format) throws IOException {
        TelemetryImport done = load(file(format.file, format.of(Arrays.stream(SAMPLES).limit(1))));
        assertThat(done.samples()).isEqualTo(1);
        assertThat(done.repairs()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSeriesWithoutLabelsIsKeptAndBelongsToNobody(Format format) throws IOException {
        String text = format.of(Arrays.stream(SAMPLES).limit(1)).replace(",pod=\"a\"", "").replace("{pod=\"a\"}", "")
                .replace(",\"pod\":\"a\"", "").replace(",a,", ",,");
        load(file(format.toString().toLowerCase(Locale.ROOT) + format.file, text));
        assertThat(telemetry.series(SeriesFilter.metric("memory_bytes"))).singleElement()
                .satisfies(each -> assertThat(each.pod()).isEmpty());
    }
}
