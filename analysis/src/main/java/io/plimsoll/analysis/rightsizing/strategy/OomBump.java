package io.plimsoll.analysis.rightsizing.strategy;

import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.unit.Bytes;

/// What a container would have needed when it was killed: at least 100 MiB or a fifth more than it had.
///
/// kubernetes/autoscaler@55c37cd, vertical-pod-autoscaler/pkg/recommender/model/container.go (`RecordOOM`).
public final class OomBump {
    private OomBump() {
    }

    /// @param memory  what the replica used
    /// @param time    of the kill, epoch seconds
    /// @param request bytes it had asked for, 0 if unknown
    /// @return bytes
    static double needed(TimeSeries memory, long time, long request) {
        double used = request;
        for (int i = 0; i < memory.length() && memory.times()[i] <= time; i++) {
            used = Math.max(used, memory.values()[i]);
        }
        return above(used);
    }

    /// @param used bytes that did not suffice
    /// @return bytes
    public static double above(double used) {
        return Math.max(used + 100 * Bytes.MI, used * 1.2);
    }
}
