package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.stage.TelemetryStager;
import io.plimsoll.analysis.workspace.StagedJob;
import io.plimsoll.analysis.workspace.StagingLimits;
import io.plimsoll.analysis.workspace.Workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

class TelemetryImportTest {
    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    Path folder;
    private Workspace workspace;
    private Telemetry telemetry;

    @BeforeEach
    void open() {
        workspace = Workspace.openOrCreate(folder.resolve("ws"), Telemetry.migrations(), TelemetryChild.options());
        telemetry = new Telemetry(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /// As `importFiles`, but without a child process, which takes a second to start.
    private TelemetryImport load(Path... files) {
        ObjectNode job = JsonMapper.shared().createObjectNode();
        Arrays.stream(files).map(Path::toString).forEach(job.putArray("files")::add);
        Path output = workspace.folder().resolve("staging").resolve(UUID.randomUUID().toString());
        try (StagedJob staged = new StagedJob(Files.createDirectories(output), new TelemetryStager().stage(job, output,
                new StagingLimits(200_000_000), Progress.NONE, Cancellation.never()))) {
            return new TelemetryLoad(workspace, staged).run(Cancellation.never());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String answer(String... series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + String.join(",", series)
                + "]}}";
    }

    private static String series(String metric, String values) {
        return "{\"metric\":{\"__name__\":\"" + metric
                + "\",\"namespace\":\"vision\",\"pod\":\"api-0\",\"container\":\"app\"},\"values\":[" + values + "]}";
    }

    private double[] values(String metric) {
        List<TelemetrySeries> found = telemetry.series(SeriesFilter.metric(metric));
        assertThat(found).hasSize(1);
        return telemetry.samples(found.getFirst().id(), LONG_AGO, FAR).values();
    }

    /// Every data point of the files is somewhere.
    private static void assertNothingIsMissing(TelemetryImport done) {
        long dropped = done.repairs().entrySet().stream().filter(each -> each.getKey().drops())
                .mapToLong(Map.Entry::getValue).sum();
        assertThat(done.read() + done.derived()).isEqualTo(done.samples() + done.rejected() + dropped);
    }

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
                "[60,\"1\"],[\"NaN\",\"2\"],[1e300,\"3\"],[\"-Inf\",\"4\"],[120,\"5\"]"))));
        assertThat(values("container_memory_working_set_bytes")).containsExactly(1, 5);
        assertThat(done.rejected()).isEqualTo(3);
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
    void aSecondImportReplacesItsRangeAndNothingElse() throws IOException {
        String metric = "container_memory_working_set_bytes";
        load(file("a.json", answer(series(metric, "[0,\"1\"],[60,\"1\"],[120,\"1\"],[180,\"1\"]"))));
        TelemetryImport again = load(file("b.json", answer(series(metric, "[60,\"2\"],[90,\"2\"],[120,\"2\"]"))));
        assertThat(again.replaced()).isEqualTo(2);
        assertThat(values(metric)).containsExactly(1, 2, 2, 2, 1);
        assertThat(telemetry.summary())
                .isEqualTo(new TelemetrySummary(1, 5, Instant.EPOCH, Instant.ofEpochSecond(180)));
        assertThat(workspace.ledger().entries()).extracting(entry -> entry.kind())
                .containsExactly("telemetry-import", "telemetry-import");
        assertThat(workspace.ledger().verify().intact()).isTrue();
    }

    @Test
    void eachFileSaysWhatCameOfItAndWhatIsLeft() throws IOException {
        String metric = "container_memory_working_set_bytes";
        load(file("a.json", answer(series(metric, "[0,\"1\"],[60,\"1\"],[120,\"NaN\"],[180,\"1\"]"))),
                file("b.json",
                        answer(series(metric, "[180,\"3\"],[240,\"3\"],[300,\"x\"]"), series("other", "[60,\"1\"]"))));
        assertThat(telemetry.imports()).extracting(LoadedTelemetry::file, LoadedTelemetry::read,
                LoadedTelemetry::series, LoadedTelemetry::samples, LoadedTelemetry::present, LoadedTelemetry::rejected)
                .containsExactly(tuple(folder.resolve("a.json").toString(), 4L, 1L, 2L, 2L, 0L),
                        tuple(folder.resolve("b.json").toString(), 4L, 2L, 3L, 3L, 1L));
        LoadedTelemetry first = telemetry.imports().getFirst();
        assertThat(first.repairs()).containsOnly(Map.entry(Repair.NOT_FINITE, 1L), Map.entry(Repair.DUPLICATE, 1L));
        assertThat(first.first()).isEqualTo(Instant.EPOCH);
        assertThat(first.last()).isEqualTo(Instant.ofEpochSecond(60));
        assertThat(telemetry.imports().get(1).repairs()).isEmpty();
        load(file("c.json", answer(series(metric, "[60,\"2\"],[300,\"2\"]"))));
        assertThat(telemetry.imports()).extracting(LoadedTelemetry::present).containsExactly(1L, 1L, 2L);
        assertThat(telemetry.rejects()).hasSize(1);
        load(file("d.json", answer(series(metric, "[0,\"2\"],[300,\"2\"]"), series("other", "[60,\"1\"]"))));
        assertThat(telemetry.imports()).extracting(LoadedTelemetry::present).containsExactly(0L, 0L, 0L, 3L);
        assertThat(telemetry.imports()).extracting(LoadedTelemetry::samples).containsExactly(2L, 3L, 2L, 3L);
        assertThat(telemetry.rejects()).isEmpty();
    }

    @Test
    void aWorkspaceOfTheFirstSchemaKeepsItsFiles() {
        Path old = folder.resolve("old");
        try (Workspace before = Workspace.openOrCreate(old, Telemetry.migrations().subList(0, 1),
                TelemetryChild.options())) {
            before.database().write(transaction -> {
                transaction.execute("INSERT INTO telemetry_import VALUES (1, ?, 5, 4, 0, 0, 1)", Instant.EPOCH);
                transaction
                        .execute("INSERT INTO telemetry_file VALUES (1, 'old.json', 'prometheus', 'ab', 9, 5, 1, '')");
                transaction.execute("INSERT INTO telemetry_reject VALUES (1, 'old.json', 3, 'why', 'x')");
            });
        }
        try (Workspace now = Workspace.open(old, Telemetry.migrations(), TelemetryChild.options())) {
            Telemetry kept = new Telemetry(now);
            assertThat(kept.imports()).singleElement().satisfies(file -> {
                assertThat(file.samples()).isEqualTo(4);
                assertThat(file.present()).isEqualTo(4);
                assertThat(file.first()).isNull();
            });
            assertThat(kept.rejects()).hasSize(1);
        }
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
    void filesThatCannotBeUsedAreRefusedWithACodeAndChangeNothing() throws IOException {
        String whole = answer(series("m", "[0,\"1\"],[60,\"2\"]"));
        assertThat(codeOf(folder.resolve("none.json"))).isEqualTo("FILE_MISSING");
        assertThat(codeOf(file("e.json", ""))).isEqualTo("FILE_EMPTY");
        assertThat(codeOf(file("t.txt", "hello\n"))).isEqualTo("UNKNOWN_FORMAT");
        assertThat(codeOf(file("cut.json", whole.substring(0, whole.length() - 20)))).isEqualTo("FILE_DAMAGED");
        assertThat(
                codeOf(file("v.json", "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}")))
                .isEqualTo("NOT_A_RANGE");
        assertThat(codeOf(file("v2.json", "{\"data\":{\"result\":[{\"metric\":{},\"value\":[0,\"1\"]}]}}")))
                .isEqualTo("NOT_A_RANGE");
        assertThat(codeOf(
                file("sc.json", "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[0,\"1\"]}}")))
                .isEqualTo("NOT_A_RANGE");
        assertThat(codeOf(
                file("err.json", "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"too many points\"}")))
                .isEqualTo("PROMETHEUS_ERROR");
        assertThat(codeOf(file("q.csv", "time,metric,value,pod\n0,m,1,\"p\n"))).isEqualTo("FILE_TRUNCATED");
        assertThat(codeOf(Files.write(folder.resolve("l1.csv"),
                "time,metric,value,pod\n0,m,1,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo("FILE_ENCODING");
        Path good = file("good.json", whole);
        assertThat(codeOf(good, gzip("cut.json.gz", whole, 4))).isEqualTo("FILE_DAMAGED");
        assertThat(telemetry.summary().series()).isZero();
        assertThat(workspace.ledger().entries()).isEmpty();
    }

    @Test
    void gzipIsReadAndADryRunLoadsNothing() throws IOException {
        Path file = gzip("a.json.gz", answer(series("m", "[0,\"1\"]")), 0);
        assertThat(Telemetry.recognise(file)).contains("prometheus");
        try (StagedTelemetry staged = telemetry.stage(List.of(file), Optional.of("prometheus"), Progress.NONE,
                Cancellation.never())) {
            assertThat(staged.counts().samples()).isEqualTo(1);
        }
        assertThat(telemetry.summary().samples()).isZero();
        assertThat(folder.resolve("ws/staging")).isEmptyDirectory();
    }

    @Test
    void bucketsKeepEveryPeak() throws IOException {
        StringBuilder points = new StringBuilder("[0,\"1\"]");
        for (int i = 1; i < 1000; i++) {
            points.append(",[").append(i * 60).append(",\"").append(i == 777 ? 50 : i % 2).append("\"]");
        }
        load(file("a.json", answer(series("m", points.toString()))));
        long id = telemetry.series(SeriesFilter.all()).getFirst().id();
        BucketedSeries buckets = telemetry.bucketed(id, Instant.EPOCH, Instant.ofEpochSecond(60_000), 100);
        assertThat(buckets.length()).isEqualTo(100);
        assertThat(Arrays.stream(buckets.maximum()).max().orElseThrow()).isEqualTo(50);
        assertThat(buckets.maximum()[77]).isEqualTo(50);
        assertThat(buckets.minimum()).containsOnly(0);
        assertThat(buckets.width()).isCloseTo(600, within(1e-9));
    }

    @Test
    void theChildsRefusalArrivesAndNothingIsLeftBehind() throws IOException {
        Path bad = file("bad.txt", "no telemetry");
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> telemetry.importFiles(List.of(bad),
                Optional.empty(), Progress.NONE, Cancellation.never()));
        assertThat(failure.code()).isEqualTo("UNKNOWN_FORMAT");
        assertThat(failure.remedy()).contains("prometheus", "telemetry-csv");
        assertThat(folder.resolve("ws/staging")).isEmptyDirectory();
    }

    private String codeOf(Path... files) {
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> load(files));
        return failure == null ? "" : failure.code();
    }

    private Path gzip(String name, String text, int cut) throws IOException {
        Path file = folder.resolve(name);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, bytes.length - cut));
    }

    @Test
    void timesThatAreNoEpochSecondsAreRejected() throws IOException {
        TelemetryImport result = load(file("a.json", answer(series("memory_bytes",
                "[1751414400000,\"1\"],[\"NaN\",\"2\"],[1e300,\"3\"],[-60,\"4\"],[1751414400,\"5\"]"))));
        assertThat(result.rejected()).isEqualTo(4);
        assertThat(result.samples()).isEqualTo(1);
    }

    @Test
    void partialAnswerIsNoted() throws IOException {
        String whole = answer(series("memory_bytes", "[1751414400,\"5\"]"));
        TelemetryImport result = load(file("a.json", whole.replaceFirst("\\{", "{\"isPartial\":true,")));
        assertThat(result.files().getFirst().notes()).singleElement().asString().startsWith("the answer is partial");
    }
}
