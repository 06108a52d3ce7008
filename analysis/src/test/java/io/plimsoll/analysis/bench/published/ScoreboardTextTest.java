package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// How results are shown beside the numbers of others.
class ScoreboardTextTest {
    @Test
    void aResultStandsBesideItsBarAndWhatOthersReach() throws IOException {
        Scoreboard board = new Scoreboard(Peers.read());
        board.add("NAB", List.of(Score.plain("AdExchange", 71.26, 1).atLeast(70)));
        assertThat(board.text()).contains("| NAB | AdExchange | 71.3 | at least 70.0 | HTM 77, ARTime 75 |")
                .contains("numenta/NAB");
    }

    @Test
    void aMissedBarIsSaid() throws IOException {
        Scoreboard board = new Scoreboard(Peers.read());
        board.add("made", List.of(Score.plain("share", 0.981, 3).atLeast(0.94).atMost(0.97)));
        assertThat(board.text()).contains("| 0.981 **missed** | at least 0.940, at most 0.970 |");
    }

    @Test
    void whatIsNotANumberMeetsNoBar() {
        assertThat(Score.plain("share", Double.NaN, 1).atLeast(0).met()).isFalse();
        assertThat(Score.plain("share", Double.NaN, 1).atMost(1).met()).isFalse();
    }

    @Test
    void everyBenchmarkOfTheTableOfOthersIsRun() throws IOException {
        assertThat(ScoreboardTest.ALL).extracting(Published::title).containsAll(Peers.read().benchmarks());
    }
}
