package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/// Runs every public benchmark of anomalies, causes, change points and forecasts, holds each against its bar, and prints the table with what
/// others reach; it is written to `target/scores.md` too.
@Tag("scores")
@Tag("slow")
class ScoreboardTest {
    static final List<Published> ALL = all();
    private static final Scoreboard BOARD = new Scoreboard(peers());

    private static List<Published> all() {
        List<Published> all = new ArrayList<>(List.of(new Nab(), new CloudMonitoring(), DailyCost.GIVEN,
                DailyCost.DRAWN_ANEW, new KnownEvents(), new LargeBill(), new TuringChanges(), HeldBack.NN5,
                HeldBack.M3));
        all.addAll(KnownCauses.ALL);
        return all;
    }

    private static Peers peers() {
        try {
            return Peers.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyBarIsMet() {
        return ALL.stream().map(each -> DynamicTest.dynamicTest(each.title(), () -> {
            List<Score> scores = each.run();
            BOARD.add(each.title(), scores);
            assertThat(scores).isNotEmpty().allSatisfy(score -> assertThat(score.met()).as(score.toString()).isTrue());
            assertThat(scores).extracting(Score::measure).containsAll(peers().measures(each.title()));
        }));
    }

    @AfterAll
    static void print() throws IOException {
        System.out.println(BOARD.text());
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("scores.md"), BOARD.text());
    }
}
