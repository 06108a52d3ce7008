package io.plimsoll.analysis.observability.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.plimsoll.analysis.observability.SizingChange;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.current.MeasuredUse;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workload.Workload;

/// Sizes workloads again as if fewer samples were there. One use, one thread.
public final class SizingReplay {
    private static final double NOTABLE = 0.05;
    private static final int MOST_NAMES = 5;
    private static final int[] INTERVALS = {2, 4};

    private final MeasuredUse measured;
    private final List<Count> counts = new ArrayList<>();

    public SizingReplay(MeasuredUse measured) {
        this.measured = measured;
    }

    /// @param workloads with telemetry of pods
    /// @param days      that shorter retention would keep; 0 to leave that out
    public List<SizingChange> of(List<Workload> workloads, int days, Progress progress, Cancellation cancellation) {
        for (int keep : INTERVALS) {
            counts.add(new Count(SizingChange.Kind.INTERVAL, keep));
        }
        if (days > 0) {
            counts.add(new Count(SizingChange.Kind.RETENTION, days));
        }
        for (int i = 0; i < workloads.size(); i++) {
            cancellation.check();
            progress.update("Sizing " + workloads.get(i).title() + " with fewer samples",
                    i / (double) workloads.size());
            one(workloads.get(i), cancellation);
        }
        return counts.stream().map(Count::done).toList();
    }

    private void one(Workload workload, Cancellation cancellation) {
        Usage whole = measured.usage(workload, 0, cancellation);
        Strategy strategy = Strategies.all().getFirst();
        Size unset = Size.unset(Math.max(1, whole.replicasAtEnd()));
        Size before = strategy.size(whole, unset);
        double highest = whole.replicas().stream().flatMapToDouble(each -> Arrays.stream(each.memory().values())).max()
                .orElse(0);
        for (Count count : counts) {
            Usage less = count.kind == SizingChange.Kind.INTERVAL
                    ? thinned(whole, count.keep)
                    : whole.lastDays(count.keep);
            count.take(workload.title(), before, strategy.size(less, unset), highest);
        }
    }

    /// Every `keep`-th sample. What a counter's rate would be over the longer time is not known from stored rates.
    static Usage thinned(Usage usage, int keep) {
        return new Usage(usage.replicas().stream().map(each -> new ReplicaUsage(each.name(), thinned(each.cpu(), keep),
                thinned(each.memory(), keep))).toList(), usage.ooms(), usage.repairs());
    }

    private static TimeSeries thinned(TimeSeries series, int keep) {
        int length = (series.length() + keep - 1) / keep;
        long[] times = new long[length];
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            times[i] = series.times()[i * keep];
            values[i] = series.values()[i * keep];
        }
        return new TimeSeries(times, values);
    }

    private static final class Count {
        private final SizingChange.Kind kind;
        private final int keep;
        private final List<String> names = new ArrayList<>();
        private int workloads;
        private int cpu;
        private int memory;
        private int below;
        private int unsized;

        Count(SizingChange.Kind kind, int keep) {
            this.kind = kind;
            this.keep = keep;
        }

        void take(String title, Size before, Size after, double highest) {
            workloads++;
            boolean lost = before.cpuRequest() > 0 && after.cpuRequest() == 0
                    || before.memoryRequest() > 0 && after.memoryRequest() == 0;
            boolean otherCpu = differs(before.cpuRequest(), after.cpuRequest());
            boolean otherMemory = differs(before.memoryRequest(), after.memoryRequest());
            unsized += lost ? 1 : 0;
            cpu += !lost && otherCpu ? 1 : 0;
            memory += !lost && otherMemory ? 1 : 0;
            below += after.memoryRequest() > 0 && after.memoryRequest() < highest && before.memoryRequest() >= highest
                    ? 1
                    : 0;
            if ((lost || otherCpu || otherMemory) && names.size() < MOST_NAMES) {
                names.add(title);
            }
        }

        private static boolean differs(double before, double after) {
            return Math.abs(after - before) > NOTABLE * before;
        }

        SizingChange done() {
            return new SizingChange(kind, keep, workloads, cpu, memory, below, unsized, names);
        }
    }
}
