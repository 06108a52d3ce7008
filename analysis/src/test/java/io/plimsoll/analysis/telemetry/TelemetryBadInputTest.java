package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.stage.TelemetryLooks;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.source.MeasuredWorkloads;
import io.plimsoll.analysis.workspace.FileLook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// What is wrong with telemetry is refused with a code or repaired and counted, never passed over.
class TelemetryBadInputTest extends TelemetryTest {
    private static final String LONG = "time,metric,value\n";

    private TelemetryImport load(Path file, @Nullable String zone, @Nullable String at) {
        return load(new TelemetryRequest(List.of(file), null, zone == null ? null : ZoneId.of(zone),
                at == null ? null : Instant.parse(at)), Cancellation.never());
    }

    private StepFailure failureOf(Path file) {
        return catchThrowableOfType(StepFailure.class, () -> load(file));
    }

    @Test
    void timesWithoutAZoneNeedTheUsersWord() throws IOException {
        Path file = file("local.csv",
                LONG + "2026-10-25 01:30:00,m,1\n2026-10-25 02:30:00,m,2\n2026-10-25 04:00:00,m,3\n");
        StepFailure refusal = failureOf(file);
        assertThat(refusal.code()).isEqualTo("TIME_WITHOUT_ZONE");
        assertThat(refusal.remedy()).contains("--zone");
        TelemetryImport done = load(file, "Europe/Berlin", null);
        assertThat(telemetry.summary().first()).isEqualTo(Instant.parse("2026-10-24T23:30:00Z"));
        assertThat(telemetry.rejects()).singleElement().satisfies(
                twice -> assertThat(twice.reason()).contains("was twice in Europe/Berlin"));
        assertThat(done.files().getFirst().notes())
                .containsExactly("times read in the zone that was given: Europe/Berlin");
        assertThat(load(file, "UTC", null).rejected()).isZero();
    }

    @Test
    void aScrapeOfOneInstantNeedsItsTime() throws IOException {
        Path file = file("metrics", "# TYPE up gauge\nup 1\n");
        assertThat(failureOf(file).code()).isEqualTo("TIME_MISSING");
        assertThat(load(file, null, "2026-10-01T12:00:00Z").samples()).isEqualTo(1);
        assertThat(telemetry.summary().first()).isEqualTo(Instant.parse("2026-10-01T12:00:00Z"));
    }

    @Test
    void samplesFromTheFutureAreDroppedAndCounted() throws IOException {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String skewed = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(12, ChronoUnit.HOURS).toString();
        TelemetryImport done = load(file("f.csv", LONG + now + ",m,1\n" + skewed + ",m,2\n2199-01-01T00:00:00Z,m,3\n"));
        assertThat(done.samples()).isEqualTo(2);
        assertThat(done.repairs()).containsOnly(Map.entry(Repair.FUTURE, 1L));
        assertNothingIsMissing(done);
    }

    /// The newest import of a series replaces what lies between its first and last time: a zero time must not take all with it.
    @Test
    void aTimeThatWasNeverSetIsDroppedCountedAndReplacesNothing() throws IOException {
        load(file("a.csv", LONG + "2026-09-01T00:00:00Z,m,1\n2026-09-02T00:00:00Z,m,2\n"));
        TelemetryImport done = load(file("b.csv",
                LONG + "1999-12-31T23:59:59Z,m,7\n1980-01-06T00:00:00Z,m,8\n2026-10-01T00:00:00Z,m,3\n"));
        assertThat(done.repairs()).containsOnly(Map.entry(Repair.PAST, 2L));
        assertThat(done.replaced()).isZero();
        assertThat(telemetry.summary().samples()).isEqualTo(3);
        assertNothingIsMissing(done);
    }

    @Test
    void anUnsetClockIsKnownByWhatAnotherFileSaysOfTheSeries() throws IOException {
        TelemetryImport done = load(
                file("unset.csv", "time,metric,pod,value\n1000,memory_bytes,a,1\n1000,memory_bytes,b,1\n"),
                file("set.csv", "time,metric,pod,value\n1790812800,memory_bytes,a,2\n"));
        assertThat(done.repairs()).containsOnly(Map.entry(Repair.PAST, 1L));
        assertThat(done.samples()).isEqualTo(2);
    }

    @Test
    void oneSeriesHasOneUnitInOneImportAndLater() throws IOException {
        String header = "time,metric,unit,value\n";
        Path bytes = file("b.csv", header + "2026-10-01T00:00:00Z,queue,MiB,2\n2026-10-01T00:05:00Z,queue,KiB,2048\n");
        load(bytes);
        assertThat(telemetry.samples(telemetry.series(SeriesFilter.metric("queue")).getFirst().id(), LONG_AGO, FAR)
                .values()).containsExactly(2097152, 2097152);
        Path percent = file("p.csv", header + "2026-10-01T00:05:00Z,queue,%,50\n");
        assertThat(codeOf(bytes, percent)).isEqualTo("MIXED_UNITS");
        assertThat(failureOf(percent).message()).contains("queue{} is in bytes here and in percent in the file");
        assertThat(telemetry.summary().samples()).isEqualTo(2);
        Path all = file("all.csv", header + "2026-10-01T00:00:00Z,queue,%,40\n2026-10-01T00:05:00Z,queue,%,50\n");
        assertThat(load(all).samples()).isEqualTo(2);
        assertThat(telemetry.series(SeriesFilter.metric("queue"))).singleElement()
                .satisfies(series -> assertThat(series.unit()).isEqualTo("percent"));
    }

    @Test
    void aNameThatContradictsItsUnitIsNoMeasure() throws IOException {
        load(file("c.csv", "time,metric,unit,value\n2026-10-01T00:00:00Z,memory_bytes,%,40\n"
                + "2026-10-01T00:00:00Z,cpu_cores,millicores,250\n"));
        assertThat(telemetry.series(SeriesFilter.of(Measure.MEMORY_BYTES))).isEmpty();
        assertThat(telemetry.series(SeriesFilter.metric("memory_bytes")).getFirst().unit()).isEqualTo("percent");
        assertThat(values("cpu_cores")).containsExactly(0.25);
    }

    @Test
    void formatsThatAreNotReadSayWhichCommandConvertsThem() throws IOException {
        Path block = Files.createDirectories(folder.resolve("data/01HX"));
        Files.createDirectories(block.resolve("chunks"));
        Path index = Files.write(block.resolve("index"), new byte[]{(byte) 0xBA, (byte) 0xAA, (byte) 0xD7, 0, 2});
        Path chunk = Files.write(block.resolve("chunks/000001"),
                new byte[]{(byte) 0x85, (byte) 0xBD, 0x40, (byte) 0xDD, 1});
        Path meta = Files.writeString(block.resolve("meta.json"),
                "{\"ulid\":\"01HX\",\"minTime\":0,\"maxTime\":1,\"compaction\":{\"level\":1},\"version\":1}");
        for (Path each : List.of(index, chunk, meta)) {
            assertThat(Telemetry.isTelemetry(each)).isTrue();
            assertThat(failureOf(each).code()).isEqualTo("TSDB_BLOCK");
            assertThat(failureOf(each).remedy()).contains("promtool tsdb dump-openmetrics " + folder.resolve("data"));
        }
        Path orc = Files.write(folder.resolve("x.orc"), "ORC\u0003rest".getBytes(StandardCharsets.UTF_8));
        assertThat(failureOf(orc).code()).isEqualTo("ORC_FILE");
        assertThat(failureOf(orc).remedy()).contains("pyarrow.orc");
        assertThat(codeOf(file("series.json", "{\"__name__\":\"up\",\"job\":\"a\"}\n"))).isEqualTo("NO_SAMPLES");
    }

    @Test
    void parquetIsReadLongAndWideWithItsZones() throws IOException {
        Path utc = parquet(
                "SELECT TIMESTAMPTZ '2026-10-01 02:00:00+02' + INTERVAL (i) MINUTE AS time, 'cpu_millicores' AS metric, "
                        + "100.0 * i AS value, 'web-0' AS pod FROM range(3) t(i)",
                "long.parquet");
        assertThat(load(utc).files().getFirst().profile()).isEqualTo("telemetry-csv");
        assertThat(values("cpu_millicores")).containsExactly(0, 0.1, 0.2);
        assertThat(telemetry.summary().first()).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
        Path local = parquet("SELECT TIMESTAMP '2026-10-01 00:00:00' AS timestamp, 5 AS memory_mib_used, 'h1' AS host",
                "wide.parquet");
        assertThat(failureOf(local).code()).isEqualTo("TIME_WITHOUT_ZONE");
        assertThat(load(local, "UTC", null).files().getFirst().profile()).isEqualTo("telemetry-wide-csv");
        assertThat(values("memory_mib_used")).containsExactly(5.0 * (1 << 20));
        assertThat(telemetry.series(SeriesFilter.metric("memory_mib_used")).getFirst().labels()).containsEntry("host",
                "h1");
        assertThat(codeOf(parquet("SELECT 1 AS id, 2 AS cpu_count", "none.parquet"))).isEqualTo("UNKNOWN_FORMAT");
        assertThat(codeOf(parquet("SELECT TIMESTAMPTZ '2026-10-01 00:00:00Z' AS time, 'm' AS metric, 1 AS value "
                + "FROM range(30_000_000)", "bomb.parquet"))).isEqualTo("FILE_BOMB");
    }

    private Path parquet(String select, String name) {
        Path file = folder.resolve(name);
        try (Database engine = Database.open(DatabaseConfig.inMemory(folder.resolve("tmp"), 400_000_000))) {
            engine.execute(Sql.of("COPY (" + select + ") TO " + Sql.literal(file.toString())
                    + " (FORMAT parquet, COMPRESSION zstd)"), Cancellation.never());
        }
        return file;
    }

    @Test
    void theLookSaysWhatAFileNeedsAndHowItsColumnsAreTaken() throws IOException {
        FileLook.Report report = TelemetryLooks.look(List.of(
                file("local.csv", "timestamp,host,cpu_cores\n2026-10-01 00:00:00,h,1\n"),
                file("scrape.txt", "# TYPE up gauge\nup 1\n"),
                file("wide.csv", "timestamp,host,cpu_cores\n1790812800,h,1\n"),
                parquet("SELECT TIMESTAMPTZ '2026-10-01 00:00:00Z' AS time, 'm' AS metric, 1 AS value",
                        "long.parquet")),
                Progress.NONE, Cancellation.never());
        assertThat(report.files()).extracting(look -> look.loadable() ? look.profile() : look.refusal().code())
                .containsExactly("TIME_WITHOUT_ZONE", "TIME_MISSING", "telemetry-wide-csv", "telemetry-csv");
        assertThat(report.files().getLast().columns()).isEqualTo(3);
        assertThat(report.notes()).contains("wide.csv: columns read as labels: host; as series: cpu_cores",
                "wide.csv: times read as epoch seconds (at most 11 digits)");
    }

    @Test
    void partsOfARollingLogAreReadInTheirOrder() throws IOException {
        List<String> events = new String(GoldenTest.input("spark-eventlog"), StandardCharsets.UTF_8).lines().toList();
        Path log = Files.createDirectories(folder.resolve("eventlog_v2_spark-1"));
        Path tenth = Files.writeString(log.resolve("events_10_spark-1"),
                String.join("\n", events.subList(6, events.size())));
        Path second = Files.writeString(log.resolve("events_2_spark-1"), String.join("\n", events.subList(0, 6)));
        TelemetryImport done = load(tenth, second);
        assertThat(done.files()).extracting(TelemetryImport.File::file).containsExactly(second.toString(),
                tenth.toString());
        assertThat(done.rejected()).isZero();
        assertThat(telemetry.series(SeriesFilter.of(Measure.CPU_CORES)).getFirst().labels())
                .containsEntry("application", "nightly");
        assertNothingIsMissing(done);
        assertThat(codeOf(tenth)).isEqualTo("LOG_WITHOUT_START");
        Path past = Files.copy(second, folder.resolve("eventlog-2023-11-14--22-00"));
        Path newest = Files.copy(tenth, folder.resolve("eventlog"));
        assertThat(load(newest, past).files()).extracting(TelemetryImport.File::read).containsExactly(done.read(), 0L);
    }

    @Test
    void allRunsOfAnApplicationAreOneWorkload() throws IOException {
        String first = new String(GoldenTest.input("spark-eventlog"), StandardCharsets.UTF_8);
        String second = first.replace("spark-1", "spark-2").replace("17000", "17001");
        load(file("run1", first), file("run2", second));
        assertThat(telemetry.series(SeriesFilter.metric("spark_application_duration_seconds"))).hasSize(1);
        assertThat(values("spark_application_duration_seconds")).containsExactly(300, 300);
        assertThat(MeasuredWorkloads.of(telemetry.series(SeriesFilter.all()))).singleElement().satisfies(workload -> {
            assertThat(workload.kind() + " " + workload.namespace() + "/" + workload.name())
                    .isEqualTo("SparkApplication batch/nightly");
            assertThat(workload.use()).extracting(UseSeries::replica).containsOnly("nightly-exec-1");
        });
    }

    @Test
    void longLinesAndOddTimesAreRefusedOrRejected() throws IOException {
        assertThat(codeOf(file("line.csv", LONG + "x".repeat(2 << 20) + "\n"))).isEqualTo("FILE_DAMAGED");
        TelemetryImport done = load(file("vm.jsonl", "{\"metric\":{\"__name__\":\"m\"},\"values\":[1,2,3],"
                + "\"timestamps\":[1700000000000,9e18,-5]}\n"));
        assertThat(done.samples()).isEqualTo(1);
        assertThat(telemetry.rejects()).hasSize(2).extracting(RejectedPoint::reason)
                .containsOnly("time is not between the years 1970 and 9999");
        assertNothingIsMissing(done);
    }

    @Test
    void aLongImportStopsWhenItIsCancelled() throws IOException {
        StringBuilder rows = new StringBuilder(LONG);
        for (int i = 0; i < 200_000; i++) {
            rows.append(1700000000 + i).append(",m,1\n");
        }
        Path file = file("long.csv", rows.toString());
        Cancellation cancellation = new Cancellation();
        Progress stop = (step, done) -> {
            if (step.startsWith("Reading") && done > 0.4) {
                cancellation.request();
            }
        };
        assertThatThrownBy(() -> load(TelemetryRequest.of(file), stop, cancellation))
                .isInstanceOf(CancelledException.class);
        assertThat(telemetry.summary().samples()).isZero();
    }
}
