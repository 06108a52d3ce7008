package io.plimsoll.analysis.repository.plumbing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MainLineTest {
    @Test
    void aClockThatRanWrongDoesNotMoveTheCommitsAroundIt() {
        assertThat(MainLine.believed(new long[]{10, 20, 9_000, 30, 5, 40})).containsExactly(10, 20, 20, 30, 30, 40);
        assertThat(MainLine.believed(new long[]{9_000, 10, 20})).containsExactly(10, 10, 20);
        assertThat(MainLine.believed(new long[]{10, 10, 10})).containsExactly(10, 10, 10);
        assertThat(MainLine.believed(new long[]{})).isEmpty();
    }
}
