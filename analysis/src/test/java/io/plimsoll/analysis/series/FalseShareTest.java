package io.plimsoll.analysis.series;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FalseShareTest {
    /// The fifteen of Benjamini and Hochberg 1995, section 4: at 0.05 the four least are kept.
    private static final double[] PUBLISHED = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459,
        0.3240,
        0.4262, 0.5719, 0.6528, 0.7590, 1.0};

    @Test
    void thePublishedExampleKeepsFour() {
        assertThat(FalseShare.kept(PUBLISHED, PUBLISHED.length, 0.05)).startsWith(true, true, true, true, false)
                .endsWith(false, false);
    }

    @Test
    void aLessLikelyOneIsKeptBesideALikelierOne() {
        // By itself 0.04 is above 0.05 / 2; two of them hold together.
        assertThat(FalseShare.kept(new double[]{0.04, 0.04}, 2, 0.05)).containsExactly(true, true);
        assertThat(FalseShare.kept(new double[]{0.04, 0.9}, 2, 0.05)).containsExactly(false, false);
    }

    @Test
    void testsThatShowedNothingCount() {
        assertThat(FalseShare.of(new double[]{0.5, 0.001}, 100)).containsExactly(1, 0.1);
        assertThat(FalseShare.of(new double[0], 100)).isEmpty();
    }
}
