package io.plimsoll.analysis.telemetry.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineInputTest {
    @Test
    void linesOfAnyLengthComeOneByOneHoweverMuchOfThemIsRead() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                String line = Character.toString('a' + i % 26).repeat(length(random));
                lines.add(line);
                text.append(line).append(i == 29 && seed % 2 == 0 ? "" : random.nextBoolean() ? "\n" : "\n\n\r\n");
            }
            LineInput in = new LineInput(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
            for (String line : lines) {
                assertThat(in.next()).isTrue();
                assertThat(in.head(200)).isEqualTo(line.substring(0, Math.min(200, line.length())));
                if (random.nextBoolean()) {
                    assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(line);
                } else {
                    in.readNBytes(random.nextInt(line.length() + 1));
                }
            }
            assertThat(in.next()).isFalse();
        }
    }

    /// Short ones, and some around and above the buffer.
    private static int length(Random random) {
        return random.nextInt(5) == 0
                ? (1 << 16) - 3 + random.nextInt(7) + random.nextInt(2) * 200_000
                : 1 + random.nextInt(300);
    }
}
