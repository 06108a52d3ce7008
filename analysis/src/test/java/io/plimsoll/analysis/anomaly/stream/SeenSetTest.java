package io.plimsoll.analysis.anomaly.stream;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeenSetTest {
    @Test
    void knowsWhatItHasSeenAsALibrarySetDoes() {
        SeenSet seen = new SeenSet();
        Set<Long> library = new HashSet<>();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            long number = 1 + (random.nextInt(3) == 0 ? random.nextInt(50) : (long) random.nextInt(1 << 20) << 16);
            assertThat(seen.add(number)).isEqualTo(library.add(number));
        }
    }
}
