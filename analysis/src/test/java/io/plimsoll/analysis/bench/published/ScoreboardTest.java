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
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.anomaly.AlertLookAhead;
import io.plimsoll.analysis.anomaly.BlamedCommits;
import io.plimsoll.analysis.anomaly.HiddenMovesFound;
import io.plimsoll.analysis.anomaly.signal.ToldIncidents;
import io.plimsoll.analysis.anomaly.signal.ToldRises;
import io.plimsoll.analysis.forecast.MonthTotals;
import io.plimsoll.analysis.quality.InjectedFaults;

import static org.assertj.core.api.Assertions.assertThat;

/// Runs every public benchmark of anomalies, causes, change points and forecasts, holds each against its bar, and prints the table with what
/// others reach; it is written to `target/scores.md` too. `-Dbench.only=blame` runs those whose title has that word, `-Dbench.first=9001` draws what
/// is made from other seeds.
@Tag("scores")
class ScoreboardTest {
    static final List<Published> ALL = all();
    private static final String ONLY = System.getProperty("bench.only", "");
    private static final Scoreboard BOARD = new Scoreboard(peers());

    @TempDir
    static Path folder;

    private static List<Published> all() {
        List<Published> all = new ArrayList<>(List.of(new Nab(), new CloudMonitoring(), DailyCost.GIVEN,
                DailyCost.DRAWN_ANEW, new KnownEvents(), new LargeBill(), new TuringChanges(), HeldBack.NN5,
                HeldBack.M3, new CostIntervals()));
        all.addAll(KnownCauses.ALL);
        all.addAll(BlamedCommits.ALL);
        all.addAll(List.of(new HiddenMovesFound(), new AlertLookAhead(), new ToldRises(), new ToldIncidents()));
        all.addAll(MonthTotals.ALL);
        all.addAll(InjectedFaults.ALL);
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
        return ALL.stream().filter(each -> each.title().contains(ONLY))
                .map(each -> DynamicTest.dynamicTest(each.title(), () -> {
                    List<Score> scores = each.run(Files.createTempDirectory(folder, "run"));
                    BOARD.add(each.title(), scores);
                    assertThat(scores).isNotEmpty()
                            .allSatisfy(score -> assertThat(score.met()).as(score.toString()).isTrue());
                    assertThat(scores).extracting(Score::measure).containsAll(peers().measures(each.title()));
                }));
    }

    @AfterAll
    static void print() throws IOException {
        System.out.println(BOARD.text());
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("scores.md"), BOARD.text());
    }
}
