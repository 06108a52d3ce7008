package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.analysis.billing.stage.BillLooks;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.FileLook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/// What the head of a billing file tells before it is loaded.
class BillLooksTest {
    @TempDir
    Path temporary;
    private Path folder;
    private Path job;
    private Database engine;

    @BeforeEach
    void open() throws IOException {
        folder = temporary.toRealPath().resolve("files");
        Files.createDirectories(folder);
        job = temporary.toRealPath().resolve("job");
        Files.createDirectories(job.resolve("tmp"));
        engine = Database.open(DatabaseConfig.inMemory(job.resolve("tmp"), 400_000_000));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private FileLook.Report report(Path... files) {
        return new BillLooks(engine, job).look(List.of(files), Progress.NONE, Cancellation.never());
    }

    private FileLook look(Path file) {
        return report(file).files().getFirst();
    }

    private Path write(String name, byte[] content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.write(folder.resolve(name), content);
    }

    private Path write(String name, String... lines) throws IOException {
        return write(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(FuzzFormat.class)
    void everyKindIsToldAsItsImportTellsIt(FuzzFormat format) throws IOException {
        Path file = write("delivered[1]*", format.whole(job));
        FileLook look = look(file);
        ImportedFile loaded;
        try (BillingFixture fixture = new BillingFixture(temporary.toRealPath())) {
            loaded = fixture.load(new ImportRequest(List.of(file), null, true)).files().getFirst();
        }
        assertThat(look.refusal()).isNull();
        assertThat(look.file()).isEqualTo(loaded.file());
        assertThat(look.profile()).isEqualTo(loaded.profile());
        assertThat(loaded.version()).startsWith(look.version());
        assertThat(look.bytes()).isEqualTo(Files.size(file));
        assertThat(look.columns()).isPositive();
        String unread = "Columns that were not read: " + String.join(", ", look.unread()) + ".";
        assertThat(loaded.warnings().stream().filter(each -> each.startsWith("Columns that")))
                .isEqualTo(look.unread().isEmpty() ? List.of() : List.of(unread));
    }

    @Test
    void columnsThatWillNotBeReadAreNamed() throws IOException {
        FileLook look = look(write("a.csv", BillingFixture.HEADER + ",Mood,x_Kept"));
        assertThat(look.unread()).containsExactly("Mood");
        assertThat(look.columns()).isEqualTo(BillingFixture.HEADER.split(",").length + 2);
    }

    @Test
    void filesThatCantBeLoadedSayWhyAndDontStopTheOthers() throws IOException {
        Path bill = write("bill.csv", BillingFixture.HEADER);
        byte[] zipped = FuzzFormat.FOCUS_GZIP.whole(job);
        FileLook.Report report = report(write("empty.csv", new byte[0]), folder.resolve("missing.csv"), bill,
                write("unknown.csv", "name,age", "Ann,4"), write("cut.csv.gz", Arrays.copyOf(zipped, 40)),
                write("torn.parquet", "PAR1 but nothing else PAR1".getBytes(StandardCharsets.UTF_8)),
                write("picture.csv", new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}),
                write("thing.json", "{\"a\": 1}"),
                write("lacks.csv", BillingFixture.HEADER.replace(",BillingCurrency", "")),
                write("azure.csv", noCurrency()));
        assertThat(report.files()).extracting(each -> Path.of(each.file()).getFileName().toString(),
                each -> each.refusal() == null ? each.profile() : each.refusal().code()).containsExactlyInAnyOrder(
                        tuple("empty.csv", "FILE_EMPTY"), tuple("missing.csv", "FILE_MISSING"),
                        tuple("bill.csv", "focus"), tuple("unknown.csv", "UNKNOWN_FORMAT"),
                        tuple("cut.csv.gz", "FILE_DAMAGED"), tuple("torn.parquet", "FILE_DAMAGED"),
                        tuple("picture.csv", "UNKNOWN_FORMAT"), tuple("thing.json", "UNKNOWN_FORMAT"),
                        tuple("lacks.csv", "MISSING_COLUMN"), tuple("azure.csv", "CURRENCY_NEEDED"));
        assertThat(report.files()).filteredOn(each -> !each.loadable())
                .allSatisfy(each -> assertThat(each.refusal().message()).contains(each.file()));
    }

    private static String noCurrency() {
        String header = new String(FuzzFormat.AZURE_EA.text(), StandardCharsets.UTF_8).lines().findFirst()
                .orElseThrow();
        return Arrays.stream(header.split(",")).filter(name -> !name.matches("(?i).*currency(code)?"))
                .collect(Collectors.joining(","));
    }

    @Test
    void aDeliveryIsWholeOrRefused() throws IOException {
        String legacy = new String(FuzzFormat.CUR_LEGACY.text(), StandardCharsets.UTF_8);
        write("cur/20260301-20260401/a-1/cur-1.csv", legacy);
        write("cur/20260301-20260401/a-1/cur-2.csv", "");
        Files.write(folder.resolve("cur/20260301-20260401/a-1/cur-2.csv"), new byte[0]);
        Path manifest = write("cur/20260301-20260401/cur-Manifest.json", "{\"assemblyId\": \"a-1\", \"reportKeys\": "
                + "[\"cur/20260301-20260401/a-1/cur-1.csv\", \"cur/20260301-20260401/a-1/cur-2.csv\"], \"columns\": []}");
        Path good = folder.resolve("cur/20260301-20260401/a-1/cur-1.csv");
        Path empty = folder.resolve("cur/20260301-20260401/a-1/cur-2.csv");
        FileLook.Report report = report(good, empty, manifest);
        assertThat(report.files()).extracting(FileLook::file, FileLook::manifest, each -> each.refusal().code())
                .containsExactly(tuple(good.toString(), manifest.toString(), "DELIVERY_INCOMPLETE"),
                        tuple(empty.toString(), manifest.toString(), "FILE_EMPTY"));
        Files.writeString(empty, legacy);
        assertThat(report(manifest).files()).hasSize(2).allMatch(FileLook::loadable);
        Files.delete(empty);
        assertThatThrownBy(() -> report(good, manifest)).isInstanceOf(StepFailure.class)
                .hasMessageContaining("cur-2.csv");
    }

    @Test
    void nothingIsLeftInTheJobsFolder() throws IOException {
        report(write("a.parquet", FuzzFormat.FOCUS_PARQUET.whole(job)), write("b.csv", BillingFixture.HEADER),
                write("c.json", FuzzFormat.GCP_JSON.text()), write("d", "PAR1".getBytes(StandardCharsets.UTF_8)));
        try (var left = Files.list(job)) {
            assertThat(left.map(each -> each.getFileName().toString()).filter(name -> name.startsWith("look-")))
                    .isEmpty();
        }
    }
}
