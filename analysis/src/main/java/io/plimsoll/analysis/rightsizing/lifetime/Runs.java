package io.plimsoll.analysis.rightsizing.lifetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import io.plimsoll.analysis.rightsizing.OomKill;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.workload.PodRun;

/// The runs of a job, told apart by the run that is in a pod's name, else by the time between them. What lies between two runs is
/// no gap in the telemetry, and a run is what is sized: its peak counts, however long it takes.
///
/// @param step seconds between samples
/// @param all  in the order of their starts
public record Runs(long step, List<Run> all) {
    private static final Set<String> KINDS = Set.of("Job", "CronJob", "ScaledJob", "Workflow", "CronWorkflow",
            "PipelineRun", "TaskRun", "Pipeline", "Task", "Dag", "Flow");
    private static final Set<String> SOMETIMES = Set.of("SparkApplication", "ScheduledSparkApplication");
    private static final double MONTH_SECONDS = 730 * 3600.0;
    private static final long APART = 3;
    private static final int SEVERAL = 3;
    private static final double MOSTLY = 0.8;

    public Runs {
        all = List.copyOf(all);
    }

    /// Of a workload of this kind; empty if it is one that runs all the time. A Spark application counts as a job where at least
    /// three runs are seen that fill less than 80 % of the time.
    public static Runs of(String kind, Usage usage) {
        if (usage.isEmpty() || !KINDS.contains(kind) && !SOMETIMES.contains(kind)) {
            return new Runs(1, List.of());
        }
        long step = Math.max(1, usage.step());
        Runs found = new Runs(step, grouped(usage, step));
        boolean runs = KINDS.contains(kind) || found.all.size() >= SEVERAL
                && found.all.stream().mapToLong(Run::seconds).sum() < MOSTLY * (usage.last() - usage.first());
        return runs ? found : new Runs(step, List.of());
    }

    private static List<Run> grouped(Usage usage, long step) {
        Map<String, List<ReplicaUsage>> named = new LinkedHashMap<>();
        List<ReplicaUsage> unnamed = new ArrayList<>();
        for (ReplicaUsage each : usage.replicas()) {
            String run = PodRun.of(each.name());
            if (run.isEmpty()) {
                unnamed.addAll(pieces(each, step));
            } else {
                named.computeIfAbsent(run, unseen -> new ArrayList<>()).add(each);
            }
        }
        List<Run> found = new ArrayList<>();
        named.values().forEach(each -> found.add(run(each, step)));
        unnamed.sort(Comparator.comparingLong(ReplicaUsage::first));
        List<ReplicaUsage> open = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (ReplicaUsage each : unnamed) {
            if (!open.isEmpty() && each.first() > end + APART * step) {
                found.add(run(open, step));
                open.clear();
            }
            open.add(each);
            end = open.size() == 1 ? each.last() : Math.max(end, each.last());
        }
        if (!open.isEmpty()) {
            found.add(run(open, step));
        }
        found.sort(Comparator.comparingLong(Run::start));
        return found;
    }

    private static Run run(List<ReplicaUsage> replicas, long step) {
        return new Run(replicas.stream().mapToLong(ReplicaUsage::first).min().orElse(0) - step,
                replicas.stream().mapToLong(ReplicaUsage::last).max().orElse(0), replicas);
    }

    /// Names that come back in each run, as executors without a hash have, are cut where nothing was measured.
    private static List<ReplicaUsage> pieces(ReplicaUsage replica, long step) {
        long[] times = LongStream.concat(Arrays.stream(replica.cpu().times()), Arrays.stream(replica.memory().times()))
                .sorted().distinct().toArray();
        List<ReplicaUsage> pieces = new ArrayList<>();
        long from = times[0];
        for (int i = 1; i < times.length; i++) {
            if (times[i] - times[i - 1] > APART * step) {
                pieces.add(replica.between(from, times[i]));
                from = times[i];
            }
        }
        pieces.add(pieces.isEmpty() ? replica : replica.between(from, Long.MAX_VALUE));
        return pieces;
    }

    public boolean any() {
        return !all.isEmpty();
    }

    public int count() {
        return all.size();
    }

    /// How long a run took on average, in seconds.
    public double meanSeconds() {
        return all.stream().mapToLong(Run::seconds).average().orElse(0);
    }

    public long longestSeconds() {
        return all.stream().mapToLong(Run::seconds).max().orElse(0);
    }

    /// Runs in a month of 730 h, by the time between the first start and the last.
    public double perMonth() {
        long span = all.getLast().start() - all.getFirst().start();
        return all.size() < 2 || span <= 0 ? all.size() : (all.size() - 1) * MONTH_SECONDS / span;
    }

    /// The use with a day for each run, so that what is worked out by the day is worked out by the run: runs that begin each at
    /// the start of a day of their own, a longer one taking as many as it needs. Only the times change.
    ///
    /// @param usage that this was made of
    public Usage byRun(Usage usage) {
        List<ReplicaUsage> shifted = new ArrayList<>();
        List<OomKill> kills = new ArrayList<>();
        long begin = usage.first();
        for (Run run : all) {
            long by = begin - run.start() - step;
            for (ReplicaUsage each : run.replicas()) {
                shifted.add(new ReplicaUsage(each.name(), shifted(each.cpu(), by), shifted(each.memory(), by)));
            }
            for (OomKill kill : usage.ooms()) {
                boolean here = kill.time() >= run.start() && kill.time() <= run.end() + APART * step
                        && run.replicas().stream().anyMatch(each -> each.name().equals(kill.replica()));
                if (here) {
                    kills.add(new OomKill(kill.replica(), kill.time() + by));
                }
            }
            begin += (run.seconds() / Usage.DAY + 1) * Usage.DAY;
        }
        return new Usage(shifted, kills, usage.repairs());
    }

    private static TimeSeries shifted(TimeSeries series, long by) {
        return new TimeSeries(Arrays.stream(series.times()).map(time -> time + by).toArray(), series.values());
    }
}
