package io.plimsoll.analysis.billing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.StepFailure;

import static io.plimsoll.analysis.billing.BillingFixture.HEADER;
import static io.plimsoll.analysis.billing.BillingFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Every bad file is refused with a code, and the workspace stays as it was.
class BadInputTest {
    @TempDir
    Path folder;
    private BillingFixture fixture;
    private String before = "";

    @BeforeEach
    void open() {
        fixture = new BillingFixture(folder);
        before = fixture.state();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void refused(String code, Path... paths) {
        assertThatThrownBy(() -> fixture.load(paths)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).as(failure.message()).isEqualTo(code);
            assertThat(failure.kind()).isEqualTo(StepFailure.Kind.BAD_INPUT);
            assertThat(failure.remedy()).isNotEmpty();
        });
        assertThat(fixture.state()).isEqualTo(before);
        assertThat(folder.resolve("workspace/staging")).isEmptyDirectory();
    }

    private Path bytes(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
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
        refused("FILE_EMPTY", fixture.focus("header-only.csv"));
        refused("UNKNOWN_FORMAT", fixture.file("other.csv", "a,b,c", "1,2,3"));
        refused("UNKNOWN_FORMAT", bytes("binary.csv", new byte[]{1, 0, 2, 10, 3}));
        Files.createDirectories(folder.resolve("folder/.hidden"));
        fixture.focus("folder/.hidden/a.csv", row("1", "1", "AWS", "2026-03-01"));
        fixture.file("folder/Manifest.json", "{}");
        refused("NO_FILES", folder.resolve("folder"));
    }

    @Test
    void missingAndRepeatedColumns() {
        refused("MISSING_COLUMN", fixture.write("a.csv", text(2).replace("EffectiveCost", "AmortizedCost")));
        refused("REPEATED_COLUMN", fixture.write("b.csv", text(2).replace("ServiceName", "billedcost")));
    }

    @Test
    void truncatedCsv() {
        String text = text(3);
        refused("FILE_TRUNCATED", fixture.write("row.csv", text.substring(0, text.length() - 40)));
        refused("FILE_TRUNCATED", fixture.write("quote.csv", text.substring(0, text.length() - 3)));
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
        refused("BOMB", bytes("bomb.csv.gz", gzip(HEADER + "\n" + "\n".repeat(100 << 20))));
    }

    @Test
    void damagedParquet() throws IOException {
        refused("FILE_DAMAGED", bytes("a.parquet", "PAR1 but nothing else PAR1".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void oneBadFileKeepsTheGoodOnesOut() {
        refused("UNKNOWN_FORMAT", fixture.focus("good.csv", row("1", "1", "AWS", "2026-03-01")),
                fixture.file("other.csv", "a,b,c", "1,2,3"));
    }

    @Test
    void nothingButRejects() {
        refused("NO_VALID_ROWS", fixture.focus("a.csv", row("abc", "1", "AWS", "2026-03-01")));
    }
}
