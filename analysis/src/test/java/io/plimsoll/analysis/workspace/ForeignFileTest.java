package io.plimsoll.analysis.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ForeignFileTest {
    @TempDir
    Path folder;
    private Path job;

    @BeforeEach
    void jobFolder() throws IOException {
        job = Files.createDirectory(folder.resolve("job"));
    }

    @Test
    void aPlainFileStaysWhereItIsAndIsHashed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "abc");
        ForeignFile staged = open(file);
        assertThat(staged.content()).isEqualTo(file);
        assertThat(staged.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(job).isEmptyDirectory();
    }

    @Test
    void gzipIsToldByItsBytesAndAllMembersAreInflated() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        byte[] first = gzip(noise);
        byte[] second = gzip("tail".getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("metrics.json.gz");
        Files.write(file, concat(first, second, new byte[512]));
        ForeignFile staged = open(file);
        assertThat(Files.readAllBytes(staged.content()))
                .isEqualTo(concat(noise, "tail".getBytes(StandardCharsets.UTF_8)));
        assertThat(staged.name()).isEqualTo("metrics.json");
        assertThat(staged.contentSize()).isEqualTo(300_004);
        assertThat(staged.content()).hasParent(job);
    }

    @Test
    void everyCutOfAGzipFileIsFound() throws IOException {
        byte[] whole = concat(gzip("first member".getBytes(StandardCharsets.UTF_8)),
                gzip("second".getBytes(StandardCharsets.UTF_8)));
        int boundary = gzip("first member".getBytes(StandardCharsets.UTF_8)).length;
        for (int length = 3; length < whole.length; length++) {
            if (length == boundary) {
                continue; // That is a whole file again.
            }
            Path file = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, length));
            assertThat(codeOf(file)).as("cut at %d", length).isEqualTo("FILE_DAMAGED");
        }
    }

    @Test
    void aFlippedBitInTheDataOrTheCheckSumIsFound() throws IOException {
        byte[] whole = gzip("some text that is long enough to be stored somehow".getBytes(StandardCharsets.UTF_8));
        for (int i = 10; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 1;
            Path file = Files.write(folder.resolve("flipped.gz"), flipped);
            assertThat(codeOf(file)).as("byte %d", i).isEqualTo("FILE_DAMAGED");
        }
    }

    @Test
    void missingEmptyAndEmptyInsideGzipAreSaidApart() throws IOException {
        assertThat(codeOf(folder.resolve("none.csv"))).isEqualTo("FILE_MISSING");
        assertThat(codeOf(job)).isEqualTo("FILE_NOT_READABLE");
        assertThat(codeOf(Files.createFile(folder.resolve("zero")))).isEqualTo("FILE_EMPTY");
        assertThat(codeOf(Files.write(folder.resolve("zero.gz"), gzip(new byte[0])))).isEqualTo("FILE_EMPTY");
    }

    @Test
    void aBombIsStopped() throws IOException {
        Path file = folder.resolve("bomb.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        assertThat(codeOf(file)).isEqualTo("FILE_BOMB");
    }

    @Test
    void aChangeWhileReadingIsNoticed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "abc");
        ForeignFile staged = open(file);
        staged.checkUnchanged();
        Files.writeString(file, "abcd");
        assertThatExceptionOfType(StepFailure.class).isThrownBy(staged::checkUnchanged)
                .extracting(StepFailure::code).isEqualTo("FILE_CHANGED");
    }

    @Test
    void aRequestToStopIsHeard() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "abc");
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> ForeignFile.open(file, job, Progress.NONE, cancellation));
    }

    private ForeignFile open(Path file) {
        return ForeignFile.open(file, job, Progress.NONE, Cancellation.never());
    }

    private String codeOf(Path file) {
        try {
            open(file);
            return "";
        } catch (StepFailure e) {
            return e.code();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
