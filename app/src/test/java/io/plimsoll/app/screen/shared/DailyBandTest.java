package io.plimsoll.app.screen.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.Marker;

import static org.assertj.core.api.Assertions.assertThat;

class DailyBandTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);

    @Test
    void eachDayOfAShortEpisodeHasADotAndTheStretchIsShaded() {
        ChartSpec spec = DailyBand.of("USD", days(100)).withEpisode(days(80, 82), 10).spec("t");
        assertThat(spec.markers()).extracting(Marker::x).containsExactly(at(80), at(81), at(82));
        assertThat(spec.markers()).extracting(Marker::y).containsExactly(80.0, 81.0, 82.0);
        assertThat(spec.shades()).singleElement().satisfies(shade -> {
            assertThat(shade.from()).isEqualTo(at(80) - 43_200);
            assertThat(shade.to()).isEqualTo(at(82) + 43_200);
        });
    }

    @Test
    void aLongEpisodeHasDotsAtItsEndsAndTheLevelThatWasExpectedWithoutIt() {
        DailyBand band = DailyBand.of("USD", days(100)).withEpisode(days(40, 70), 12.5);
        assertThat(band.dots()).extracting(Marker::x).containsExactly(at(40), at(70));
        assertThat(band.withoutEpisode()).singleElement().satisfies(line -> {
            assertThat(line.x()).containsExactly(at(40), at(70));
            assertThat(line.y()).containsExactly(12.5, 12.5);
        });
    }

    @Test
    void eightWeeksBeforeAndFourAfterAreShownAsFarAsThereAreDays() {
        DailyBand band = DailyBand.of("USD", days(100));
        assertThat(band.span()).isNull();
        assertThat(band.withEpisode(days(80, 82), 1).span()).isEqualTo(new ChartSpec.Span(at(24), at(99)));
        assertThat(band.withEpisode(days(20, 21), 1).span()).isEqualTo(new ChartSpec.Span(at(0), at(49)));
    }

    @Test
    void aBandOfWhatWasNeverNegativeDoesNotReachBelowZero() {
        assertThat(DailyBand.of("USD", days(3)).band().low()).containsExactly(0, 0, 0);
    }

    @Test
    void daysThatMayBeIncompleteArePale() {
        assertThat(DailyBand.of("USD", days(100)).fadeFrom()).isEqualTo(at(98));
    }

    @Test
    void commitsCloseTogetherShareOneLabelTheLikeliest() {
        DailyBand band = DailyBand.of("USD", days(100)).withEpisode(days(80, 82), 1)
                .withCommits(List.of(mark(79, "aaaaaaa"), mark(78, "bbbbbbb"), mark(60, "ccccccc")));
        assertThat(band.commitMarkers()).extracting(Marker::label).containsExactly("aaaaaaa", "", "ccccccc");
        assertThat(band.commitMarkers()).allMatch(each -> Double.isNaN(each.y()));
    }

    @Test
    void unlikelyCommitsAreNotMarked() {
        List<CommitFact> facts = List.of(fact("1111111aa"), fact("2222222bb"));
        List<CommitScore> scores = List.of(new CommitScore("2222222bb", 0.9, ""),
                new CommitScore("1111111aa", 0.06, ""));
        assertThat(CommitMark.likeliest(scores, facts, 3)).extracting(CommitMark::shortId).containsExactly("2222222");
    }

    private static CommitFact fact(String id) {
        return new CommitFact(id, Instant.EPOCH, "", "", List.of(), List.of());
    }

    private static CommitMark mark(int day, String id) {
        return new CommitMark(Instant.ofEpochSecond((long) at(day)), id, "");
    }

    private static Days days(int from, int to) {
        return new Days(FIRST.plusDays(from), FIRST.plusDays(to));
    }

    private static double at(int day) {
        return FIRST.plusDays(day).toEpochDay() * 86_400.0;
    }

    private static List<DayScore> days(int count) {
        return IntStream.range(0, count).mapToObj(
                i -> new DayScore(FIRST.plusDays(i), i, i, -5, i + 5, 0, false, i >= count - 2, null)).toList();
    }
}
