package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/// What becomes of files.
class TelemetryFilesTest extends TelemetryTest {
    private Path gzip(String name, String text, int cut) throws IOException {
        Path file = folder.resolve(name);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, bytes.length - cut));
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
        assertThat(Telemetry.isTelemetry(file)).isTrue();
        try (StagedTelemetry staged = telemetry.stage(new TelemetryRequest(List.of(file), "prometheus", null, null),
                Progress.NONE,
                Cancellation.never())) {
            assertThat(staged.counts().samples()).isEqualTo(1);
        }
        assertThat(telemetry.summary().samples()).isZero();
        assertThat(folder.resolve("ws/staging")).isEmptyDirectory();
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
}
