package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.rightsizing.replay.Replay;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Sizes from telemetry in plain rows, without a workspace: the door of the command `sizes`.
public final class PlainSizes {
    private PlainSizes() {
    }

    /// Groups rows by workload, sizes each by every strategy on the first `training` share of its time, and replays on the
    /// rest. With a share of 1 nothing is held back and the results are `NaN`.
    ///
    /// @param rows       in any order; an empty value is `NaN` and is a gap
    /// @param training   in 0..1, more than 0
    /// @param strategies in the order of the answer
    /// @return a row for each workload, by name, and strategy
    /// @throws StepFailure TRAIN_RANGE
    public static List<SizeRow> size(List<UsageRow> rows, double training, List<Strategy> strategies,
            Cancellation cancellation) {
        if (!(training > 0 && training <= 1)) {
            throw StepFailure.wrongUsage("TRAIN_RANGE", "The training share must lie above 0 and up to 1.",
                    "Give a fraction such as 0.7.");
        }
        Map<String, Map<String, List<UsageRow>>> grouped = new TreeMap<>();
        for (UsageRow row : rows) {
            grouped.computeIfAbsent(row.workload(), name -> new TreeMap<>())
                    .computeIfAbsent(row.replica(), name -> new ArrayList<>()).add(row);
        }
        List<SizeRow> answer = new ArrayList<>();
        grouped.forEach((workload, replicas) -> {
            cancellation.check();
            answer.addAll(one(workload, usage(replicas), training, strategies, cancellation));
        });
        return answer;
    }

    private static List<SizeRow> one(String workload, Usage usage, double training, List<Strategy> strategies,
            Cancellation cancellation) {
        Usage.Split split = usage.split(training);
        Size unset = Size.unset(Math.max(1, split.training().replicasAtEnd()));
        Replay replay = Replay.of(split.heldBack(), unset.replicas());
        List<SizeRow> answer = new ArrayList<>();
        for (Strategy strategy : strategies) {
            cancellation.check();
            Size size = strategy.size(split.training(), unset);
            answer.add(new SizeRow(workload, strategy.id(), size, replay.against(size), usage.repairs()));
        }
        return answer;
    }

    private static Usage usage(Map<String, List<UsageRow>> rows) {
        List<ReplicaUsage> replicas = new ArrayList<>();
        rows.forEach((name, lines) -> replicas.add(new ReplicaUsage(name,
                series(lines, lines.stream().mapToDouble(UsageRow::cpuCores).toArray()),
                series(lines, lines.stream().mapToDouble(UsageRow::memoryBytes).toArray()))));
        return Usage.of(replicas, List.of());
    }

    /// An empty cell is an absent sample, not a broken one.
    private static TimeSeries series(List<UsageRow> lines, double[] values) {
        long[] times = new long[values.length];
        double[] present = new double[values.length];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                times[length] = lines.get(i).time();
                present[length++] = values[i];
            }
        }
        return new TimeSeries(times, present).slice(0, length);
    }
}
