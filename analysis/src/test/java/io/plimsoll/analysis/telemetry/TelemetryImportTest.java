package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What becomes of samples.
class TelemetryImportTest extends TelemetryTest {
    @Test
    void gaugesAreKeptWithTheirLabelsAndUnit() throws IOException {
        TelemetryImport done = load(file("a.json", answer(
                series("container_memory_working_set_bytes", "[1791676800,\"100\"],[1791677100.5,\"200\"]"))));
        assertThat(done.samples()).isEqualTo(2);
        assertThat(done.files().getFirst().profile()).isEqualTo("prometheus");
        TelemetrySeries stored = telemetry.series(SeriesFilter.of(Measure.MEMORY_BYTES)).getFirst();
        assertThat(stored.unit()).isEqualTo("bytes");
        assertThat(stored.pod()).isEqualTo("api-0");
        assertThat(stored.labels()).containsEntry("container", "app").doesNotContainKey("__name__");
        assertThat(telemetry.samples(stored.id(), LONG_AGO, FAR).times()).containsExactly(1791676800L, 1791677100L);
        assertNothingIsMissing(done);
    }

    @Test
    void infinitiesDuplicatesAndDisorderAreRepairedAndCounted() throws IOException {
        TelemetryImport done = load(file("a.json", answer(series("container_memory_working_set_bytes",
                "[60,\"1\"],[180,\"3\"],[120,\"2\"],[180,\"4\"],[240,\"NaN\"],[300,\"+Inf\"],[360,\"-5\"],[420,\"x\"]"))));
        assertThat(values("container_memory_working_set_bytes")).containsExactly(1, 2, 4);
        assertThat(done.repairs()).containsOnly(Map.entry(Repair.NOT_FINITE, 2L), Map.entry(Repair.DUPLICATE, 1L),
                Map.entry(Repair.OUT_OF_ORDER, 1L), Map.entry(Repair.NEGATIVE, 1L));
        assertThat(done.rejected()).isEqualTo(1);
        assertThat(telemetry.rejects()).singleElement()
                .satisfies(reject -> assertThat(reject.content()).isEqualTo("[420,x]"));
        assertThat(telemetry.repairs()).filteredOn(repair -> repair.repair() == Repair.NOT_FINITE).singleElement()
                .satisfies(repair -> assertThat(repair.last()).isEqualTo(Instant.ofEpochSecond(300)));
        assertNothingIsMissing(done);
    }

    @Test
    void whatIsNoTimeIsRejectedAndNotTakenForTheYear1970() throws IOException {
        TelemetryImport done = load(file("a.json", answer(series("container_memory_working_set_bytes",
                "[60,\"1\"],[\"NaN\",\"2\"],[1e300,\"3\"],[\"-Inf\",\"4\"],[-60,\"4\"],[1751414400000,\"4\"],[120,\"5\"]"))));
        assertThat(values("container_memory_working_set_bytes")).containsExactly(1, 5);
        assertThat(done.rejected()).isEqualTo(5);
        assertNothingIsMissing(done);
    }

    @Test
    void countersBecomeRatesAcrossAResetAndNotAcrossAHole() throws IOException {
        TelemetryImport done = load(file("a.json", answer(series("container_cpu_usage_seconds_total",
                "[0,\"100\"],[60,\"130\"],[120,\"190\"],[180,\"6\"],[240,\"36\"],[3600,\"9000\"],[3660,\"9060\"]"))));
        assertThat(values("container_cpu_usage_seconds_total")).containsExactly(0.5, 1, 0.1, 0.5, 1);
        assertThat(telemetry.series(SeriesFilter.of(Measure.CPU_CORES)).getFirst().unit()).isEqualTo("cores");
        assertThat(done.repairs()).containsOnly(Map.entry(Repair.COUNTER_START, 1L),
                Map.entry(Repair.COUNTER_RESET, 1L),
                Map.entry(Repair.COUNTER_GAP, 1L));
        assertNothingIsMissing(done);
    }

    @Test
    void aRecordedRateIsNotDifferencedAgain() throws IOException {
        load(file("a.json", answer(series("container_cpu_usage_seconds_total:rate5m", "[0,\"0.5\"],[60,\"0.25\"]"),
                series("node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate", "[0,\"0.5\"]"))));
        assertThat(values("container_cpu_usage_seconds_total:rate5m")).containsExactly(0.5, 0.25);
        assertThat(telemetry.series(SeriesFilter.of(Measure.CPU_CORES))).hasSize(2);
    }

    @Test
    void anUnnamedAnswerIsNeverTakenForACounter() throws IOException {
        String unnamed = answer("{\"metric\":{\"pod\":\"api-0\"},\"values\":[[0,\"0.5\"],[60,\"0.25\"]]}");
        TelemetryImport done = load(file("container_cpu_usage_seconds_total.json", unnamed),
                file("container_cpu_usage_cores.json", unnamed));
        assertThat(values("container_cpu_usage_seconds_total")).containsExactly(0.5, 0.25);
        assertThat(telemetry.series(SeriesFilter.of(Measure.CPU_CORES))).extracting(TelemetrySeries::metric)
                .containsExactly("container_cpu_usage_cores");
        assertThat(done.files().getFirst().notes()).singleElement().asString().contains("no metric name");
    }

    @Test
    void theThrottledShareComesFromItsTwoCounters() throws IOException {
        TelemetryImport done = load(
                file("a.json",
                        answer(series("container_cpu_cfs_throttled_periods_total",
                                "[0,\"0\"],[60,\"15\"],[120,\"15\"]"))),
                file("b.json",
                        answer(series("container_cpu_cfs_periods_total", "[0,\"0\"],[60,\"60\"],[120,\"120\"]"))));
        assertThat(values("container_cpu_cfs_throttled_share")).containsExactly(0.25, 0);
        assertThat(done.derived()).isEqualTo(2);
        assertNothingIsMissing(done);
    }

    @Test
    void membersMayComeInAnyOrderAndAnswersMayFollowEachOther() throws IOException {
        String sorted = "{\"data\":{\"result\":[{\"values\":[[0,\"1\"]],\"metric\":{\"__name__\":\"m\",\"pod\":\"p\"}}],"
                + "\"resultType\":\"matrix\"},\"status\":\"success\",\"warnings\":[\"slow\"]}";
        TelemetryImport done = load(file("a.json", sorted + "\n" + sorted.replace("[0,", "[60,")));
        assertThat(values("m")).containsExactly(1, 1);
        assertThat(done.series()).isEqualTo(1);
        assertThat(done.files().getFirst().notes()).containsExactly("Prometheus said: slow");
    }

    @Test
    void longCsvReadsMachinesInTheirUnits() throws IOException {
        TelemetryImport done = load(file("vm.csv", "\uFEFFtime,resource_id,metric,value\r\n"
                + "2026-06-01T00:00:00Z,\"i-1\",memory_gib_used,1.5\r\n2026-06-01T03:00:00+02:00,i-1,memory_gib_used,2\r\n"
                + "2026-06-01T02:00:00Z,i-1,memory_gib_used,\r\n2026-06-01T03:00:00,i-1,memory_gib_used,2\r\n"
                + "2026-06-01T04:00:00Z,i-1,memory_gib_used,1f\r\nshort,row\r\n"));
        assertThat(values("memory_gib_used")).containsExactly(1.5 * (1L << 30), 2.0 * (1L << 30));
        assertThat(telemetry.series(SeriesFilter.all()).getFirst().resourceId()).isEqualTo("i-1");
        assertThat(done.repairs()).containsOnly(Map.entry(Repair.EMPTY, 1L));
        assertThat(telemetry.rejects()).extracting(RejectedPoint::line).containsExactly(5L, 6L, 7L);
        assertThat(done.files().getFirst().notes()).containsExactly("times read as ISO 8601 with their zone");
        assertNothingIsMissing(done);
    }

    @Test
    void epochTimesFollowOneRuleAFile() throws IOException {
        load(file("s.csv", "timestamp,metric,value\n1791676800,a,1\n1791676800000,a,2\n"),
                file("ms.csv", "timestamp,metric,value\n1791676800000,b,1\n1791676800,b,2\n"));
        assertThat(telemetry.series(SeriesFilter.all())).extracting(TelemetrySeries::first)
                .containsOnly(Instant.ofEpochSecond(1791676800));
        assertThat(telemetry.rejects()).hasSize(2);
    }

    @Test
    void partialAnswerIsNoted() throws IOException {
        String whole = answer(series("memory_bytes", "[1751414400,\"5\"]"));
        TelemetryImport result = load(file("a.json", whole.replaceFirst("\\{", "{\"isPartial\":true,")));
        assertThat(result.files().getFirst().notes()).singleElement().asString().startsWith("the answer is partial");
    }
}
