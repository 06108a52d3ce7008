package io.plimsoll.analysis.anomaly.stream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StreamDetectorTest {
    private static final int HOUR = 3600;
    private static final int ROWS = 600;

    @Test
    void whatComesLaterChangesNoEarlierScore() {
        double[] values = days(7);
        Arrays.fill(values, 400, 410, 300);
        values[500] = 0;
        List<StreamScore> whole = judge(values);
        for (int length : new int[]{1, 2, 30, 49, 121, 403, 501}) {
            assertThat(judge(Arrays.copyOf(values, length))).as("first %d rows", length)
                    .isEqualTo(whole.subList(0, length));
        }
    }

    @Test
    void whatComesLaterChangesNoEarlierScoreWhereStepsDifferEither() {
        Random random = new Random(3);
        long[] seconds = new long[300];
        double[] values = new double[300];
        for (int i = 1; i < values.length; i++) {
            seconds[i] = seconds[i - 1] + random.nextInt(5) * 3L * HOUR;
            values[i] = Math.exp(3 * random.nextGaussian());
        }
        List<StreamScore> whole = StreamDetector.judge(seconds, values, Cancellation.never());
        assertThat(whole).anyMatch(row -> row.score() > 0);
        for (int length = 1; length < values.length; length += 7) {
            assertThat(StreamDetector.judge(Arrays.copyOf(seconds, length), Arrays.copyOf(values, length),
                    Cancellation.never())).isEqualTo(whole.subList(0, length));
        }
    }

    @Test
    void theSameRowsGiveTheSameScores() {
        assertThat(judge(days(3))).isEqualTo(judge(days(3)));
    }

    @Test
    void anHourOfTheDayThatStaysHighIsOneAlertThatLasts() {
        double[] values = days(1);
        Arrays.fill(values, 400, 410, 300);
        List<StreamScore> alerts = judge(values).stream().filter(StreamScore::alert)
                .filter(row -> row.second() >= 400 * HOUR)
                .toList();
        assertThat(alerts).isNotEmpty();
        assertThat(alerts.stream().filter(row -> row.score() >= StreamDetector.CERTAIN)).singleElement()
                .satisfies(row -> {
                    assertThat(row.second()).isBetween(400L * HOUR, 403L * HOUR);
                    assertThat(row.kind()).isEqualTo(AnomalyKind.BURST);
                });
    }

    @Test
    void aSensorThatFallsSilentHasDisappeared() {
        double[] values = days(1);
        values[500] = 0;
        StreamScore row = judge(values).get(500);
        assertThat(row.alert()).isTrue();
        assertThat(row.kind()).isEqualTo(AnomalyKind.DISAPPEARED);
    }

    @Test
    void aSeasonThatBreaksIsFoundThoughNoValueIsUnusual() {
        double[] values = days(1);
        for (int i = 480; i < 504; i++) {
            values[i] = 100;
        }
        assertThat(judge(values).subList(480, 504)).anyMatch(StreamScore::alert);
    }

    @Test
    void aConstantIsNeverUnusual() {
        double[] values = new double[ROWS];
        assertThat(judge(values)).allMatch(row -> row.score() == 0 && !row.alert());
        Arrays.fill(values, 42);
        assertThat(judge(values).subList(130, ROWS)).allMatch(row -> !row.alert());
    }

    @Test
    void aGapIsNoAlertAndChangesNothingElse() {
        double[] values = days(1);
        double[] gapped = values.clone();
        gapped[300] = Double.NaN;
        StreamScore gap = judge(gapped).get(300);
        assertThat(gap.score()).isZero();
        assertThat(gap.alert()).isFalse();
        assertThat(judge(gapped).subList(0, 300)).isEqualTo(judge(values).subList(0, 300));
        Arrays.fill(gapped, Double.NaN);
        assertThat(judge(gapped)).noneMatch(StreamScore::alert);
    }

    @Test
    void scoresLieBetweenNothingAndOneAndSayAlone() {
        double[] values = days(5);
        values[300] = 1e300;
        values[301] = -1e300;
        values[302] = Double.POSITIVE_INFINITY;
        Random random = new Random(1);
        for (int i = 400; i < ROWS; i++) {
            values[i] = random.nextGaussian() * 1e6;
        }
        assertThat(judge(values)).allSatisfy(row -> {
            assertThat(row.score()).isBetween(0.0, 1.0);
            assertThat(row.alert()).isEqualTo(row.score() >= StreamDetector.ALERT);
            assertThat(row.kind() != null).isEqualTo(row.alert());
        });
    }

    @Test
    void shortEmptyAndSlowSeriesAreJudgedToo() {
        assertThat(StreamDetector.judge(new long[0], new double[0], Cancellation.never())).isEmpty();
        assertThat(judge(new double[]{1})).hasSize(1);
        long[] weekly = new long[200];
        Arrays.setAll(weekly, i -> i * 7L * 24 * HOUR);
        assertThat(StreamDetector.judge(weekly, Arrays.copyOf(days(1), 200), Cancellation.never())).hasSize(200);
        assertThat(StreamDetector.judge(new long[200], Arrays.copyOf(days(1), 200), Cancellation.never())).hasSize(200);
    }

    @Test
    void judgingStopsWhenItIsCancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        assertThatThrownBy(() -> StreamDetector.judge(new long[5], new double[5], cancellation))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void filesMayWriteTimesWithAndWithoutAZoneAndNamesInCapitals(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, """
                                TimeStamp,Value,Label
                                2026-01-01 00:00:00,1,0
                                "2026-01-01T01:00:00Z","",0
                                1767232800,3,1
                                """);
        List<StreamScore> rows = PlainFiles.detect(file, Cancellation.never());
        assertThat(rows).extracting(StreamScore::second).containsExactly(1767225600L, 1767229200L, 1767232800L);
        assertThat(rows.get(1).value()).isNaN();
        Files.writeString(file, "timestamp,value\nyesterday,1\n");
        assertThatThrownBy(() -> PlainFiles.detect(file, Cancellation.never())).isInstanceOf(StepFailure.class)
                .hasMessageContaining("Record 2");
    }

    /// Hourly, with a day's wave and a little noise.
    private static double[] days(long seed) {
        Random random = new Random(seed);
        double[] values = new double[ROWS];
        Arrays.setAll(values, i -> 100 + 50 * Math.sin(2 * Math.PI * i / 24) + random.nextGaussian());
        return values;
    }

    private static List<StreamScore> judge(double[] values) {
        long[] seconds = new long[values.length];
        Arrays.setAll(seconds, i -> (long) i * HOUR);
        return StreamDetector.judge(seconds, values, Cancellation.never());
    }
}
