package io.plimsoll.analysis.rightsizing.lifetime;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.FormerSize;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;

class StartUpTest {
    private static final Size SIZE = new Size(2, OptionalDouble.empty(), 1L << 30, 0, 2);

    private static ReplicaUsage pod(String name, int from, int samples, double first, double later) {
        long[] times = IntStream.range(from, from + samples).mapToLong(i -> Load.START + 300L * i).toArray();
        return ReplicaUsage.ofCpu(name, new TimeSeries(times,
                IntStream.range(0, samples).mapToDouble(i -> i < 2 ? first : later).toArray()));
    }

    @Test
    void aBurstThatOnlyStartingPodsTakeIsShownApart() {
        Usage usage = Usage.of(pod("a", 0, 2000, 0.3, 0.3), pod("b", 500, 1500, 2.1, 0.3),
                pod("c", 900, 1100, 1.9, 0.3));
        Objection found = StartUp.find(usage).objections().getFirst();
        assertThat(found.code()).isEqualTo(Refusal.START_UP_BOUND);
        assertThat(found.grade()).isEqualTo(Grade.B);
        assertThat(found.sentence()).contains("2100m").contains("2 starts").contains("300m");
    }

    @Test
    void noBurstNoDoubt() {
        assertThat(StartUp.find(Usage.of(pod("a", 0, 2000, 0.3, 0.3), pod("b", 500, 1500, 0.5, 0.3))).objections())
                .as("less than double").isEmpty();
        assertThat(StartUp.find(Usage.of(pod("a", 0, 2000, 2.1, 0.3))).objections())
                .as("there from the beginning: no start was seen").isEmpty();
        assertThat(StartUp.find(Usage.of(pod("a", 0, 2000, 0.3, 0.3), pod("b", 500, 6, 2.1, 0.3))).objections())
                .as("a job of half an hour is no service").isEmpty();
    }

    @Test
    void aSizeOfAFewDaysIsDoubtedTheMoreTheNewerItIs() {
        Usage usage = Load.days(20, i -> 1, i -> 1);
        assertThat(grade(usage, 19)).isEmpty();
        assertThat(grade(usage, 5)).containsExactly(Grade.B);
        assertThat(grade(usage, 1)).containsExactly(Grade.C);
        assertThat(grade(usage, -2)).as("after the telemetry").containsExactly(Grade.C);
    }

    private static List<Grade> grade(Usage usage, int daysAgo) {
        FormerSize former = new FormerSize("1a2b3c4d", "halve it", Instant.ofEpochSecond(
                usage.last() - daysAgo * Usage.DAY), SIZE);
        return RecentSize.find(List.of(former), usage).objections().stream()
                .peek(each -> assertThat(each.code()).isEqualTo(Refusal.RECENTLY_CHANGED))
                .peek(each -> assertThat(each.sentence()).contains("1a2b3c4 (halve it)")).map(Objection::grade)
                .toList();
    }

    @Test
    void aTurnOfTheMonthNeedsTheLastDayAndTheFirst() {
        // From 2 June on.
        assertThat(MonthTurn.seen(Load.days(20, i -> 1, i -> 1))).isFalse();
        assertThat(MonthTurn.seen(Load.days(29, i -> 1, i -> 1))).isFalse();
        assertThat(MonthTurn.seen(Load.days(30, i -> 1, i -> 1))).isTrue();
        assertThat(MonthTurn.seen(Usage.of())).isFalse();
    }
}
