package io.plimsoll.analysis.rightsizing.replay;

import java.util.List;
import java.util.stream.IntStream;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.usage.AliveReplicas;
import io.plimsoll.analysis.series.TimeSeries;

/// Measured use as another number of replicas would have seen it, by the rule of `Replay`: at each time the total load is dealt
/// out over the new replicas; a replica that carried more than its share still does. Memory never falls below what was measured.
public final class Redistribution {
    private Redistribution() {
    }

    /// @param replicas      at least 1
    /// @param memoryFollows whether memory grows with the load of a replica; a model or a heap that is loaded once does not
    public static Usage of(Usage usage, int replicas, boolean memoryFollows) {
        AliveReplicas alive = new AliveReplicas(usage.replicas(), usage.step());
        List<ReplicaUsage> dealt = usage.replicas().stream().map(each -> new ReplicaUsage(each.name(),
                scaled(each.cpu(), alive, replicas, 0),
                memoryFollows ? scaled(each.memory(), alive, replicas, 1) : each.memory()))
                .toList();
        return new Usage(dealt, usage.ooms(), usage.repairs());
    }

    private static TimeSeries scaled(TimeSeries series, AliveReplicas alive, int replicas, double least) {
        return new TimeSeries(series.times(), IntStream.range(0, series.length()).mapToDouble(
                i -> series.values()[i] * Math.max(least, (double) alive.at(series.times()[i]) / replicas)).toArray());
    }
}
