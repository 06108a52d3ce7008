package io.plimsoll.analysis.rightsizing.usage;

import java.util.Arrays;
import java.util.List;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;

/// How many replicas lived at a time. A replica lives from its first to the end of its last sample; a gap inside is a
/// gap in the telemetry, not a death.
public final class AliveReplicas {
    private final long[] starts;
    private final long[] ends;

    public AliveReplicas(List<ReplicaUsage> replicas, long step) {
        starts = replicas.stream().mapToLong(ReplicaUsage::first).sorted().toArray();
        ends = replicas.stream().mapToLong(each -> each.last() + Math.max(1, step)).sorted().toArray();
    }

    public int at(long time) {
        if (starts.length == 1) {
            return time >= starts[0] && time < ends[0] ? 1 : 0;
        }
        return upTo(starts, time) - upTo(ends, time);
    }

    private static int upTo(long[] times, long time) {
        int at = Arrays.binarySearch(times, time);
        if (at < 0) {
            return -at - 1;
        }
        while (at < times.length && times[at] == time) {
            at++;
        }
        return at;
    }
}
