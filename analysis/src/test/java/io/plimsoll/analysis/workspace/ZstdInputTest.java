package io.plimsoll.analysis.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import io.airlift.compress.zstd.ZstdOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ZstdInputTest {
    @TempDir
    Path folder;

    private static byte[] pack(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    /// Rows of some variety: several blocks of packed text.
    private static byte[] rows() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append("AmazonEC2,").append(random.nextInt(100_000)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] read(byte[] file) throws IOException {
        Path path = Files.write(folder.resolve("a.csv.zst"), file);
        try (ForeignInput in = ForeignInput.open(path, Progress.NONE, Cancellation.never())) {
            assertThat(in.isPacked()).isTrue();
            return in.readAllBytes();
        }
    }

    private void refused(byte[] file, String code) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).as(failure.message()).isEqualTo(code);
            assertThat(failure.kind()).isEqualTo(StepFailure.Kind.BAD_INPUT);
        });
    }

    @Test
    void oneFrameAndSeveralAreUnpacked() throws IOException {
        byte[] rows = rows();
        byte[] packed = pack(rows);
        assertThat(packed.length).isLessThan(rows.length / 2);
        assertThat(read(packed)).isEqualTo(rows);
        byte[] twice = Arrays.copyOf(packed, packed.length * 2);
        System.arraycopy(packed, 0, twice, packed.length, packed.length);
        assertThat(read(twice)).hasSize(rows.length * 2);
    }

    @Test
    void aFileThatIsCutAnywhereIsDamaged() throws IOException {
        byte[] packed = pack(rows());
        for (int length = 5; length < packed.length; length += packed.length / 50) {
            refused(Arrays.copyOf(packed, length), "FILE_DAMAGED");
        }
        refused(Arrays.copyOf(packed, packed.length - 1), "FILE_DAMAGED");
    }

    @Test
    void aBitThatFlippedAnywhereIsDamage() throws IOException {
        byte[] packed = pack(rows());
        for (int at = 12; at < packed.length; at += packed.length / 200) {
            byte[] flipped = packed.clone();
            flipped[at] ^= 4;
            refused(flipped, "FILE_DAMAGED");
        }
        byte[] followed = Arrays.copyOf(packed, packed.length + 8);
        followed[packed.length] = 'x';
        refused(followed, "FILE_DAMAGED");
    }

    @Test
    void bombIsStoppedEarly() throws IOException {
        refused(pack(new byte[256 << 20]), "FILE_BOMB");
    }

    @Test
    void aWindowThatAsksForMuchMemoryIsRefused() {
        byte[] head = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) ((27 - 10) << 3), 0x55, 0, 0};
        refused(Arrays.copyOf(head, 64), "FILE_NOT_SUPPORTED");
    }
}
