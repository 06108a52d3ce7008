package io.plimsoll.analysis.billing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.airlift.compress.zstd.ZstdOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.StagingLimits;

import static io.plimsoll.analysis.billing.BillingFixture.HEADER;
import static io.plimsoll.analysis.billing.BillingFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Every bad file is refused with a code, before anything of it reaches the workspace.
class BadInputTest {
    /// Seconds, for one that never ends or takes the square of its length; a busy machine gets its time.
    private static final int HANGS = 300;

    @TempDir
    Path folder;
    private int stages;

    /// Asks the stager itself: a child process a file would take a second each.
    private void refused(String code, Path... paths) {
        ObjectNode job = JsonMapper.shared().createObjectNode();
        ArrayNode list = job.putArray("paths");
        Arrays.stream(paths).forEach(path -> list.add(path.toString()));
        Path output = folder.resolve("stage-" + stages++);
        assertThatThrownBy(() -> {
            Files.createDirectories(output);
            new BillingStager().stage(job, output, new StagingLimits(400_000_000), Progress.NONE, Cancellation.never());
        }).satisfies(failure -> isBadInput(failure, code));
    }

    private static void isBadInput(Throwable thrown, String code) {
        assertThat(thrown).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).as(failure.message()).isEqualTo(code);
            assertThat(failure.kind()).isEqualTo(StepFailure.Kind.BAD_INPUT);
            assertThat(failure.remedy()).isNotEmpty();
        });
    }

    private Path bytes(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path write(String name, String text) throws IOException {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static String text(int rows) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < rows; i++) {
            text.append(row(i + ".25", "1", "AWS", "2026-03-01")).append('\n');
        }
        return text.toString();
    }

    @Test
    void missingEmptyAndPlainlyForeignFiles() throws IOException {
        refused("FILE_MISSING", folder.resolve("nowhere.csv"));
        refused("FILE_EMPTY", bytes("empty.csv", new byte[0]));
        refused("FILE_EMPTY", write("header-only.csv", HEADER + "\n"));
        refused("UNKNOWN_FORMAT", write("other.csv", "a,b,c\n1,2,3\n"));
        refused("UNKNOWN_FORMAT", bytes("binary.csv", new byte[]{1, 0, 2, 10, 3}));
        Files.createDirectories(folder.resolve("folder/.hidden"));
        write("folder/.hidden/a.csv", text(1));
        write("folder/Manifest.json", "{}");
        refused("NO_FILES", folder.resolve("folder"));
    }

    @Test
    void missingAndRepeatedColumns() throws IOException {
        refused("MISSING_COLUMN", write("a.csv", text(2).replace("EffectiveCost", "AmortizedCost")));
        refused("REPEATED_COLUMN", write("b.csv", text(2).replace("ServiceName", "billedcost")));
    }

    @Test
    void truncatedCsv() throws IOException {
        String text = text(3);
        refused("FILE_TRUNCATED", write("row.csv", text.substring(0, text.length() - 40)));
        refused("FILE_TRUNCATED", write("quote.csv", text.substring(0, text.length() - 3)));
    }

    @Test
    void damagedGzip() throws IOException {
        byte[] good = gzip(text(500));
        refused("FILE_DAMAGED", bytes("cut.csv.gz", Arrays.copyOf(good, good.length - 40)));
        refused("FILE_DAMAGED", bytes("cut-trailer.csv.gz", Arrays.copyOf(good, good.length - 3)));
        byte[] crc = good.clone();
        crc[crc.length - 8] ^= 1;
        refused("FILE_DAMAGED", bytes("crc.csv.gz", crc));
        byte[] second = Arrays.copyOf(good, good.length * 2);
        System.arraycopy(good, 0, second, good.length, good.length);
        second[good.length] ^= 1;
        refused("FILE_DAMAGED", bytes("second-member.csv.gz", second));
    }

    @Test
    void bombIsStoppedEarly() throws IOException {
        refused("FILE_BOMB", bytes("bomb.csv.gz", gzip(HEADER + "\n" + "\n".repeat(100 << 20))));
    }

    @Test
    void bombOfAThousandToOneInZstandardIsStoppedEarly() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(bomb)) {
            zstd.write((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] lines = new byte[1 << 20];
            Arrays.fill(lines, (byte) '\n');
            for (int i = 0; i < 100; i++) {
                zstd.write(lines);
            }
        }
        assertThat((100 << 20) / bomb.size()).as("ratio").isGreaterThan(1000);
        refused("FILE_BOMB", bytes("bomb.csv.zst", bomb.toByteArray()));
    }

    @Test
    @Timeout(HANGS)
    void twoHundredThousandColumnsAreRefusedAtOnce() throws IOException {
        int columns = 200_000;
        String names = IntStream.range(0, columns).mapToObj(i -> "n" + i).collect(Collectors.joining(","));
        refused("UNKNOWN_FORMAT", write("a.csv", HEADER + ",n".repeat(columns) + "\n" + ",".repeat(columns) + "\n"));
        refused("FILE_DAMAGED", write("long-names.csv", HEADER + "," + names + "\n"));
        refused("UNKNOWN_FORMAT", write("a.jsonl", IntStream.range(0, columns / 100).mapToObj(i -> "{"
                + IntStream.range(0, 100).mapToObj(j -> "\"k" + i + "-" + j + "\":1").collect(Collectors.joining(","))
                + "}").collect(Collectors.joining("\n", "", "\n"))));
    }

    @Test
    @Timeout(HANGS)
    void manyColumnsInParquetAreRefused() {
        Path file = folder.resolve("wide.parquet");
        try (Database engine = Database.open(DatabaseConfig.inMemory(folder.resolve("tmp"), 1_000_000_000))) {
            engine.execute(Sql.of("COPY (SELECT " + IntStream.range(0, 5000).mapToObj(i -> i + " AS n" + i)
                    .collect(Collectors.joining(", ")) + ") TO " + Sql.literal(file.toString()) + " (FORMAT parquet)"),
                    Cancellation.never());
        }
        refused("UNKNOWN_FORMAT", file);
    }

    @Test
    void nulInAKeyOfJsonIsAReject() throws IOException {
        refused("UNKNOWN_FORMAT", write("nul.jsonl", "{\"a\\u0000b\": 1}\n"));
    }

    @Test
    @Tag("slow")
    @Timeout(HANGS)
    void aCellOfThreeHundredMegabytesIsRefusedAndNeverHeld() throws IOException {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        Path plain = folder.resolve("cell.csv");
        Path json = folder.resolve("cell.jsonl");
        try (OutputStream csv = Files.newOutputStream(plain); OutputStream object = Files.newOutputStream(json)) {
            csv.write((HEADER + "\n\"").getBytes(StandardCharsets.UTF_8));
            object.write("{\"a\":\"".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 300; i++) {
                csv.write(block);
                object.write(block);
            }
        }
        refused("FILE_DAMAGED", plain);
        refused("FILE_DAMAGED", json);
    }

    @Test
    void damagedParquet() throws IOException {
        refused("FILE_DAMAGED", bytes("a.parquet", "PAR1 but nothing else PAR1".getBytes(StandardCharsets.UTF_8)));
    }

    /// The header is at the end of the file and whole: damage shows when the rows are read, by whichever statement is first.
    @Test
    void parquetWithDamagedPagesIsDamagedWhoeverReadsThemFirst() throws IOException {
        byte[] pages = FuzzFormat.GCP_PARQUET.whole(folder);
        Arrays.fill(pages, 4, 60, (byte) 0);
        refused("FILE_DAMAGED", bytes("pages.parquet", pages));
        byte[] whole = FuzzFormat.CUR_2_PARQUET.whole(folder);
        for (int cut : new int[]{60, 300, whole.length / 2}) {
            byte[] shifted = Arrays.copyOf(whole, whole.length - 50);
            System.arraycopy(whole, cut + 50, shifted, cut, shifted.length - cut);
            refused("FILE_DAMAGED", bytes("shifted.parquet", shifted));
        }
    }

    @Test
    void oneBadFileKeepsTheGoodOnesOutAndTheWorkspaceAsItWas() {
        try (BillingFixture fixture = new BillingFixture(folder)) {
            fixture.load(fixture.focus("first.csv", row("1", "1", "AWS", "2026-03-01")));
            String before = fixture.state();
            ImportRequest request = ImportRequest.of(fixture.focus("good.csv", row("2", "1", "AWS", "2026-03-01")),
                    fixture.file("other.csv", "a,b,c", "1,2,3"));
            assertThatThrownBy(
                    () -> fixture.billing.importFiles(request, Progress.NONE, Cancellation.never()))
                    .satisfies(thrown -> isBadInput(thrown, "UNKNOWN_FORMAT"));
            assertThat(fixture.state()).isEqualTo(before);
            assertThat(folder.resolve("workspace/staging")).isEmptyDirectory();
        }
    }

    @Test
    void nothingButRejects() throws IOException {
        refused("NO_VALID_ROWS", write("a.csv", HEADER + "\n" + row("abc", "1", "AWS", "2026-03-01") + "\n"));
    }

    @Test
    void sumBeyondTheEnginesDecimalsIsTheFilesFault() throws IOException {
        String large = row("9999999999999999999", "1", "AWS", "2026-03-01") + "\n";
        refused("SUM_TOO_LARGE", write("a.csv", HEADER + "\n" + large.repeat(12)));
    }

    /// The engine would read it as floating point and lose digits without a word.
    @Test
    void parquetCostOfMoreThan38DigitsIsRefused() throws IOException {
        try (InputStream in = BadInputTest.class.getResourceAsStream("wide-decimal.parquet")) {
            refused("DECIMAL_TOO_WIDE", bytes("a.parquet", Objects.requireNonNull(in).readAllBytes()));
        }
    }
}
