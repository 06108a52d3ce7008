package io.plimsoll.analysis.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

class ForeignInputTest {
    @TempDir
    Path folder;

    @Test
    void whatIsHashedIsTheFileAsItLiesAndWhatIsReadIsItsContent() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("abc".getBytes(StandardCharsets.UTF_8));
        }
        Path plain = Files.writeString(folder.resolve("a.csv.gz"), "abc");
        Path gzip = Files.write(folder.resolve("b.csv"), packed.toByteArray());
        try (ForeignInput in = open(plain); ForeignInput inflated = open(gzip)) {
            assertThat(in.isPacked()).isFalse();
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
            assertThat(in.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(inflated.isPacked()).isTrue();
            assertThat(inflated.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
            assertThat(inflated.size()).isEqualTo(packed.size());
            inflated.checkUnchanged();
        }
    }

    @Test
    void oneByteAtATimeGivesTheSame() throws IOException {
        try (ForeignInput in = open(Files.write(folder.resolve("a"), new byte[]{(byte) 0xff, 0, 7}))) {
            assertThat(List.of(in.read(), in.read(), in.read(), in.read(), in.read())).containsExactly(255, 0, 7, -1,
                    -1);
        }
    }

    @Test
    void progressIsSaidOnceAPercent() throws IOException {
        List<Double> said = new ArrayList<>();
        Path file = Files.write(folder.resolve("a"), new byte[1 << 20]);
        try (ForeignInput in = ForeignInput.open(file, (step, done) -> said.add(done), Cancellation.never())) {
            while (in.readNBytes(100).length > 0) {
                // Small pieces, as a parser takes them.
            }
        }
        assertThat(said).hasSize(101).isSorted().last().isEqualTo(1.0);
    }

    private static ForeignInput open(Path file) {
        return ForeignInput.open(file, Progress.NONE, Cancellation.never());
    }
}
