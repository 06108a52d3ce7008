package io.plimsoll.analysis.rightsizing.lifetime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.OomKill;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;

class RunsTest {
    private static ReplicaUsage pod(String name, long start, int samples) {
        long[] times = IntStream.range(0, samples).mapToLong(i -> start + 300L * i).toArray();
        return new ReplicaUsage(name, new TimeSeries(times, IntStream.range(0, samples).mapToDouble(i -> 1).toArray()),
                new TimeSeries(times, IntStream.range(0, samples).mapToDouble(i -> 100 + i).toArray()));
    }

    private static Usage nights(int count, long apart) {
        List<ReplicaUsage> pods = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pods.add(pod("etl-" + (29_000_000 + i) + "-bcdf" + (2 + i % 8), Load.START + i * apart, 12));
        }
        return Usage.of(pods, List.of());
    }

    @Test
    void aRetryBelongsToTheRunInItsName() {
        List<ReplicaUsage> pods = List.of(pod("etl-29000000-bcdf2", Load.START, 6),
                pod("etl-29000000-bcdf4", Load.START + 4 * 3600, 6), pod("etl-29001440-bcdf5", Load.START + 86_400, 6));
        assertThat(Runs.of("CronJob", Usage.of(pods, List.of())).count()).isEqualTo(2);
    }

    @Test
    void podsWithoutARunInTheirNamesAreToldApartByTime() {
        List<ReplicaUsage> pods = List.of(pod("load-bcdf2", Load.START, 6), pod("load-bcdf4", Load.START + 900, 6),
                pod("load-bcdf5", Load.START + 7200, 6));
        Runs runs = Runs.of("Job", Usage.of(pods, List.of()));
        assertThat(runs.all()).extracting(run -> run.replicas().size()).containsExactly(2, 1);
        assertThat(runs.longestSeconds()).isEqualTo(900 + 6 * 300);
    }

    @Test
    void executorsWhoseNamesComeBackAreCutBetweenRuns() {
        ReplicaUsage first = pod("pi-exec-1", Load.START, 6);
        ReplicaUsage third = pod("pi-exec-1", Load.START + 2 * 86_400, 6);
        ReplicaUsage second = pod("pi-exec-1", Load.START + 86_400, 6);
        long[] times = java.util.stream.LongStream.concat(java.util.Arrays.stream(first.cpu().times()),
                java.util.stream.LongStream.concat(java.util.Arrays.stream(second.cpu().times()),
                        java.util.Arrays.stream(third.cpu().times())))
                .toArray();
        Usage usage = Usage.of(ReplicaUsage.ofCpu("pi-exec-1", new TimeSeries(times, new double[times.length])));
        assertThat(Runs.of("SparkApplication", usage).count()).isEqualTo(3);
    }

    @Test
    void whatRunsAllTheTimeHasNoRuns() {
        assertThat(Runs.of("Deployment", nights(9, 86_400)).any()).isFalse();
        assertThat(Runs.of("SparkApplication", Load.days(9, i -> 1, i -> 1)).any()).isFalse();
    }

    @Test
    void aRunIsADayWhateverLiesBetween() {
        for (long apart : new long[]{5 * 3600, 86_400, 7 * 86_400}) {
            Usage usage = nights(8, apart);
            Runs runs = Runs.of("CronJob", usage);
            Usage byRun = runs.byRun(usage);
            assertThat(runs.count()).isEqualTo(8);
            assertThat(byRun.days()).isBetween(7.0, 8.0);
            assertThat(byRun.cpuSamples()).isEqualTo(usage.cpuSamples());
            assertThat(byRun.highestMemory()).isEqualTo(usage.highestMemory());
        }
    }

    @Test
    void runsOfAMonthAreThoseBetweenTheFirstStartAndTheLast() {
        assertThat(Runs.of("CronJob", nights(9, 6 * 3600)).perMonth()).isEqualTo(730 / 6.0);
        assertThat(Runs.of("CronJob", nights(1, 86_400)).perMonth()).isEqualTo(1);
    }

    @Test
    void aRunOfTwoDaysTakesTwoAndItsKillMovesWithIt() {
        Usage pods = Usage.of(List.of(pod("a-29000000-bcdf2", Load.START, 500),
                pod("a-29009000-bcdf4", Load.START + 10 * 86_400, 12)),
                List.of(new OomKill("a-29009000-bcdf4", Load.START + 10 * 86_400 + 3600)));
        Usage byRun = Runs.of("CronJob", pods).byRun(pods);
        assertThat(byRun.replicas().getLast().first() - byRun.first()).isEqualTo(2 * Usage.DAY);
        assertThat(byRun.ooms().getFirst().time() - byRun.replicas().getLast().first()).isEqualTo(3600);
    }
}
