package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.billing.read.Header;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Which files of a copied bucket are loaded.
class DeliveryTest {
    private static final String PERIOD = "cur/20260301-20260401/";

    @TempDir
    Path temporary;
    private Path folder;

    @BeforeEach
    void realPath() throws IOException {
        folder = temporary.toRealPath();
    }

    private void write(String... files) throws IOException {
        for (String file : files) {
            put(file, file);
        }
    }

    private void put(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private void manifest(String file, String assembly, String... keys) throws IOException {
        put(file, "{\"assemblyId\": \"" + assembly + "\", \"reportKeys\": [" + quoted(keys) + "], \"columns\": "
                + "[{\"category\": \"lineItem\", \"name\": \"UsageType\"}, {\"category\": \"bill\", \"name\": \"InvoiceId\"}]}");
    }

    private void export(String file, String... keys) throws IOException {
        put(file, "{\"dataFiles\": [" + quoted(keys) + "], \"columns\": [{\"name\": \"line_item_usage_type\", "
                + "\"type\": \"string\"}]}");
    }

    private static String quoted(String... keys) {
        return Arrays.stream(keys).map(key -> '"' + key + '"').collect(Collectors.joining(", "));
    }

    private InputFiles.Selection select(String... paths) {
        return InputFiles.expand(Arrays.stream(paths).map(folder::resolve).toList());
    }

    private List<String> files(InputFiles.Selection selection) {
        return selection.files().stream().map(file -> folder.relativize(file.path()).toString().replace('\\', '/'))
                .toList();
    }

    private static void isRefused(Throwable thrown, String code) {
        assertThat(thrown).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).as(failure.message()).isEqualTo(code);
            assertThat(failure.kind()).isEqualTo(StepFailure.Kind.BAD_INPUT);
        });
    }

    @Test
    void topManifestOfAReportDecidesAndOlderAssembliesAreLeftOut() throws IOException {
        write(PERIOD + "old/cur-1.csv.gz", PERIOD + "old/cur-2.csv.gz", PERIOD + "new/cur-1.csv.gz", "cur/other.csv");
        manifest(PERIOD + "cur-Manifest.json", "new", "/bucket-prefix/" + PERIOD + "new/cur-1.csv.gz");
        manifest(PERIOD + "new/cur-Manifest.json", "new", "/bucket-prefix/" + PERIOD + "new/cur-1.csv.gz");
        manifest(PERIOD + "old/cur-Manifest.json", "old", "/bucket-prefix/" + PERIOD + "old/cur-1.csv.gz");
        InputFiles.Selection selection = select(".");
        assertThat(files(selection)).containsExactlyInAnyOrder(PERIOD + "new/cur-1.csv.gz", "cur/other.csv");
        assertThat(selection.notes()).singleElement().asString().startsWith("2 files of older deliveries were left out")
                .contains("old");
    }

    @Test
    void missingFileOfAReportIsRefusedAndNotTakenFromAnOlderAssembly() throws IOException {
        write(PERIOD + "old/cur-1.csv.gz", PERIOD + "new/cur-2.csv.gz");
        manifest(PERIOD + "cur-Manifest.json", "new", PERIOD + "new/cur-1.csv.gz", PERIOD + "new/cur-2.csv.gz");
        assertThatThrownBy(() -> select("cur")).satisfies(thrown -> {
            isRefused(thrown, "DELIVERY_INCOMPLETE");
            assertThat(thrown).hasMessageContaining("1 of the 2 files").hasMessageContaining("new/cur-1.csv.gz");
        });
    }

    @Test
    void assembliesWithoutTheirTopManifestAreAmbiguousAndOneAloneIsNot() throws IOException {
        write(PERIOD + "a/cur-1.csv.gz", PERIOD + "b/cur-1.csv.gz");
        manifest(PERIOD + "a/cur-Manifest.json", "a", PERIOD + "a/cur-1.csv.gz");
        manifest(PERIOD + "b/cur-Manifest.json", "b", PERIOD + "b/cur-1.csv.gz");
        assertThatThrownBy(() -> select("cur")).satisfies(thrown -> isRefused(thrown, "DELIVERY_AMBIGUOUS"));
        assertThat(files(select(PERIOD + "b"))).containsExactly(PERIOD + "b/cur-1.csv.gz");
    }

    @Test
    void reportThatIsOverwrittenOrCopiedIntoOneFolderIsFound() throws IOException {
        write(PERIOD + "cur-1.csv.gz", "flat/cur-1.csv.gz");
        manifest(PERIOD + "cur-Manifest.json", "x", "/p/" + PERIOD + "cur-1.csv.gz");
        manifest("flat/cur-Manifest.json", "y", "/p/" + PERIOD + "y/cur-1.csv.gz");
        assertThat(files(select("."))).containsExactlyInAnyOrder(PERIOD + "cur-1.csv.gz", "flat/cur-1.csv.gz");
    }

    @Test
    void parquetOfAReportLiesBesideItsPeriodAndAManifestAloneStandsForItsFiles() throws IOException {
        write("cur/cur/year=2026/month=3/cur-00001.snappy.parquet",
                "cur/cur/year=2026/month=4/cur-00001.snappy.parquet");
        manifest(PERIOD + "cur-Manifest.json", "x", "p/cur/cur/year=2026/month=3/cur-00001.snappy.parquet");
        assertThat(files(select(PERIOD + "cur-Manifest.json")))
                .containsExactly("cur/cur/year=2026/month=3/cur-00001.snappy.parquet");
    }

    @Test
    void newestExecutionOfADataExportCounts() throws IOException {
        String data = "x/data/BILLING_PERIOD=2026-03/";
        String metadata = "x/metadata/BILLING_PERIOD=2026-03/";
        String early = "2026-03-30T20:16:37.306Z-3695a728";
        String late = "2026-03-31T08:00:00.000Z-1111a728";
        String earlyFolder = early.replace(':', '_');
        String lateFolder = late.replace(':', '_');
        write(data + earlyFolder + "/x-00001.csv.gz", data + lateFolder + "/x-00001.csv.gz",
                data + lateFolder + "/x-00002.csv.gz");
        export(metadata + lateFolder + "/x-Manifest.json", "s3://b/p//" + data + late + "/x-00001.csv.gz",
                "s3://b/p//" + data + late + "/x-00002.csv.gz");
        export(metadata + earlyFolder + "/x-Manifest.json", "s3://b/p//" + data + early + "/x-00001.csv.gz");
        InputFiles.Selection selection = select("x");
        assertThat(files(selection)).containsExactlyInAnyOrder(data + lateFolder + "/x-00001.csv.gz",
                data + lateFolder + "/x-00002.csv.gz");
        assertThat(selection.notes()).singleElement().asString().startsWith("1 file of older deliveries");
        export(metadata + "x-Manifest.json", "s3://b/p/" + data + early + "/x-00001.csv.gz");
        assertThat(files(select("x"))).containsExactly(data + earlyFolder + "/x-00001.csv.gz");
    }

    @Test
    void overwrittenDataExportHasAFolderForEachPeriodWhateverSignsAFileSystemAllows() throws IOException {
        write("x/data/BILLING_PERIOD=2026-02/x-00001.snappy.parquet",
                "x/data/BILLING_PERIOD=2026-03/x-00001.snappy.parquet",
                "y/data/BILLING_PERIOD_2026-03/2026-03-30T20_16_37Z-1/y-00001.csv.gz");
        export("x/metadata/BILLING_PERIOD=2026-02/x-Manifest.json",
                "s3://b/x/data/BILLING_PERIOD=2026-02/x-00001.snappy.parquet");
        export("x/metadata/BILLING_PERIOD=2026-03/x-Manifest.json",
                "s3://b/x/data/BILLING_PERIOD=2026-03/x-00001.snappy.parquet");
        export("y/y-Manifest.json", "s3://b/y/data/BILLING_PERIOD=2026-03/2026-03-30T20:16:37Z-1/y-00001.csv.gz");
        assertThat(files(select("."))).hasSize(3);
        Files.delete(folder.resolve("x/data/BILLING_PERIOD=2026-03/x-00001.snappy.parquet"));
        assertThatThrownBy(() -> select("x")).satisfies(thrown -> isRefused(thrown, "DELIVERY_INCOMPLETE"));
    }

    @Test
    void columnsAreComparedWhateverTheirSpelling() throws IOException {
        write(PERIOD + "cur-1.csv");
        manifest(PERIOD + "cur-Manifest.json", "x", PERIOD + "cur-1.csv");
        InputFile file = select("cur").files().getFirst();
        assertThat(file.check(new Header(List.of("bill_invoice_id", "line_item_usage_type")))).isEmpty();
        assertThat(file.check(new Header(List.of("lineItem/UsageType"))))
                .containsExactly("The manifest names 1 columns that the file lacks: bill/InvoiceId.");
    }

    @Test
    void manifestThatCannotBeReadIsRefusedAndOneOfAnotherKindIsPassedOver() throws IOException {
        write("a.csv");
        put("other-Manifest.json", "{\"files\": []}");
        assertThat(files(select("."))).containsExactly("a.csv");
        put("cut-Manifest.json", "{\"reportKeys\": [\"a");
        assertThatThrownBy(() -> select(".")).satisfies(thrown -> isRefused(thrown, "MANIFEST_DAMAGED"));
    }
}
