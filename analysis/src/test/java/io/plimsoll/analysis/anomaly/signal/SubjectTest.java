package io.plimsoll.analysis.anomaly.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongToDoubleFunction;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Domain;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectTest {
    /// A Monday, 00:00 UTC.
    private static final long START = Instant.parse("2026-06-01T00:00:00Z").getEpochSecond();
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final long EVENT = START + 20 * DAY + 9 * HOUR;
    private static final double GIB = 1 << 30;

    private final Map<Watched, Collection<TimeSeries>> replicas = new EnumMap<>(Watched.class);

    private static boolean during(long time, long hours) {
        return time >= EVENT && time < EVENT + hours * HOUR;
    }

    /// A day's rhythm with noise around one.
    private static LongToDoubleFunction daily(long seed) {
        Random random = new Random(seed);
        return time -> 1 + 0.3 * Math.sin(2 * Math.PI * (time % DAY) / DAY) + 0.03 * random.nextGaussian();
    }

    private static TimeSeries pod(long from, long to, LongToDoubleFunction value) {
        List<long[]> times = new ArrayList<>();
        for (long time = from; time < to; time += 300) {
            times.add(new long[]{time});
        }
        long[] all = times.stream().mapToLong(each -> each[0]).toArray();
        double[] values = new double[all.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(all[i]);
        }
        return new TimeSeries(all, values);
    }

    private static TimeSeries pod(LongToDoubleFunction value) {
        return pod(START, START + 28 * DAY, value);
    }

    private List<Signal> signals(long... restarts) {
        Subject subject = new Subject(SeriesKey.of("workload", "shop/Deployment/api"), "api", replicas, restarts);
        return FewOfMany.signals(subject.events(Cancellation.never()), 20);
    }

    @Test
    void aDayOfTwiceTheUseIsToldOnceWithItsBeginningPeakAndEnd() {
        LongToDoubleFunction usual = daily(1);
        replicas.put(Watched.CPU, List.of(pod(time -> usual.applyAsDouble(time) * (during(time, 24) ? 2 : 1))));
        assertThat(signals()).singleElement().satisfies(each -> {
            assertThat(each.from().getEpochSecond()).isBetween(EVENT - HOUR, EVENT + HOUR);
            assertThat(each.until().getEpochSecond()).isBetween(EVENT + 22 * HOUR, EVENT + 26 * HOUR);
            assertThat(each.peak()).isBetween(each.from(), each.until());
            assertThat(each.kind()).isEqualTo(AnomalyKind.SPIKE);
            assertThat(each.domain()).isEqualTo(Domain.USE);
            assertThat(each.open()).isFalse();
            assertThat(each.explanation().contributions().getFirst().percent()).isBetween(80.0, 120.0);
            assertThat(each.explanation().sentence()).startsWith("CPU of api rose to ").endsWith(" UTC.");
            assertThat(each.confidence()).isBetween(0.9, 1.0);
        });
    }

    @Test
    void whatMovesTogetherIsOneEventThatTheClearestMeasureLeads() {
        LongToDoubleFunction usual = daily(2);
        LongToDoubleFunction noisy = daily(3);
        Random random = new Random(4);
        replicas.put(Watched.CPU, List.of(pod(time -> usual.applyAsDouble(time) * (during(time, 30) ? 3 : 1))));
        replicas.put(Watched.MEMORY, List.of(pod(time -> GIB * (noisy.applyAsDouble(time)
                + 0.1 * random.nextGaussian() + (during(time, 30) ? 1.5 : 0)))));
        assertThat(signals()).singleElement().satisfies(each -> {
            assertThat(each.metric()).isEqualTo("CPU");
            assertThat(each.explanation().sentence()).contains("At the same time moved memory, from ");
            assertThat(each.explanation().contributions()).hasSize(2);
        });
    }

    @Test
    void theIdStaysWhileTheEventGrowsAndANewLevelIsCalledOneAfterAWeek() {
        List<Signal> seen = new ArrayList<>();
        for (long hours : new long[]{12, 48, 180}) {
            LongToDoubleFunction usual = daily(5);
            replicas.put(Watched.CPU, List.of(pod(START, EVENT + hours * HOUR,
                    time -> usual.applyAsDouble(time) * (time >= EVENT ? 2 : 1))));
            seen.addAll(signals());
        }
        assertThat(seen).hasSize(3).allMatch(Signal::open);
        assertThat(seen.stream().map(Signal::id).distinct()).hasSize(1);
        assertThat(seen.getLast().kind()).isEqualTo(AnomalyKind.LEVEL_SHIFT);
    }

    @Test
    void threeThousandthsOfACoreInsteadOfOneAreNothing() {
        LongToDoubleFunction usual = daily(6);
        replicas.put(Watched.CPU,
                List.of(pod(time -> usual.applyAsDouble(time) * (during(time, 24) ? 0.003 : 0.001))));
        assertThat(signals()).isEmpty();
    }

    @Test
    void quietWeekendsAreNoEvents() {
        LongToDoubleFunction usual = daily(7);
        replicas.put(Watched.CPU, List
                .of(pod(time -> usual.applyAsDouble(time) * ((time - START) % (7 * DAY) >= 5 * DAY ? 0.3 : 2))));
        assertThat(signals()).isEmpty();
    }

    @Test
    void theFirstWeekIsOnlyLearned() {
        LongToDoubleFunction usual = daily(8);
        replicas.put(Watched.CPU, List.of(pod(EVENT - 6 * DAY, EVENT + 3 * DAY,
                time -> usual.applyAsDouble(time) * (during(time, 24) ? 3 : 1))));
        assertThat(signals()).isEmpty();
    }

    @Test
    void aRolloutWithTwelveHoursOfWarmingUpIsNoEvent() {
        LongToDoubleFunction usual = daily(9);
        replicas.put(Watched.CPU, List.of(pod(START, EVENT, usual), pod(EVENT, START + 28 * DAY,
                time -> usual.applyAsDouble(time) * (during(time, 12) ? 2.5 : 1))));
        assertThat(signals()).isEmpty();
    }

    @Test
    void aRestartWithTwelveHoursOfWarmingUpIsNoEventButAnotherUseAtTheSameHourIs() {
        LongToDoubleFunction usual = daily(10);
        replicas.put(Watched.CPU, List.of(pod(time -> usual.applyAsDouble(time) * (during(time, 12) ? 2.5 : 1))));
        assertThat(signals(EVENT)).isEmpty();
        assertThat(signals(EVENT - 5 * DAY)).hasSize(1);
    }

    @Test
    void aHoleAndAnUnsetClockAreNoEvents() {
        LongToDoubleFunction usual = daily(11);
        TimeSeries before = pod(START, EVENT, usual);
        TimeSeries after = pod(EVENT + 30 * HOUR, START + 28 * DAY, usual);
        long[] times = new long[before.length() + after.length() + 2];
        double[] values = new double[times.length];
        times[0] = 0;
        times[1] = 300;
        values[0] = 500;
        values[1] = 500;
        System.arraycopy(before.times(), 0, times, 2, before.length());
        System.arraycopy(before.values(), 0, values, 2, before.length());
        System.arraycopy(after.times(), 0, times, 2 + before.length(), after.length());
        System.arraycopy(after.values(), 0, values, 2 + before.length(), after.length());
        replicas.put(Watched.CPU, List.of(new TimeSeries(times, values)));
        assertThat(signals()).isEmpty();
    }

    @Test
    void twoPodsThatShareTheLoadOfFourAreNoEvent() {
        LongToDoubleFunction usual = daily(12);
        List<TimeSeries> pods = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            long end = i < 2 ? EVENT : START + 28 * DAY;
            pods.add(pod(START, end, time -> usual.applyAsDouble(time) * (time >= EVENT ? 2 : 1)));
        }
        replicas.put(Watched.CPU, pods);
        assertThat(signals()).isEmpty();
    }

    @Test
    void latencyIsToldAfterTwoHoursInItsOwnDomainByTheWorstPod() {
        LongToDoubleFunction usual = daily(13);
        LongToDoubleFunction other = daily(14);
        replicas.put(Watched.LATENCY, List.of(pod(time -> 0.2 * usual.applyAsDouble(time)),
                pod(time -> 0.1 * other.applyAsDouble(time) * (during(time, 4) ? 12 : 1))));
        assertThat(signals()).singleElement().satisfies(each -> {
            assertThat(each.domain()).isEqualTo(Domain.LATENCY);
            assertThat(each.from().getEpochSecond()).isBetween(EVENT - HOUR, EVENT + HOUR);
            assertThat(each.value()).isGreaterThan(1);
        });
    }

    @Test
    void amongTwentyThousandSeriesWhatIsBarelyUnusualMeansNothing() {
        LongToDoubleFunction usual = daily(15);
        Random random = new Random(16);
        replicas.put(Watched.CPU, List.of(pod(time -> 20 * usual.applyAsDouble(time) + 8 * random.nextGaussian()
                + (during(time, 24) ? 18 : 0))));
        Subject subject = new Subject(SeriesKey.of("workload", "w"), "w", replicas, new long[0]);
        List<Event> events = subject.events(Cancellation.never());
        assertThat(FewOfMany.signals(events, 1)).hasSize(1);
        assertThat(FewOfMany.signals(events, 100_000_000)).isEmpty();
    }
}
