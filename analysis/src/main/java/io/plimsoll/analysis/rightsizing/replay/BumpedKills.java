package io.plimsoll.analysis.rightsizing.replay;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.strategy.OomBump;
import io.plimsoll.analysis.series.TimeSeries;

/// Kills if each one were followed by more memory: a replica whose sample lies above its limit is killed and comes back with the
/// limit that VPA would give it, the others stay. Use goes on as it was measured, so that a bump that is too small kills again.
public final class BumpedKills {
    private BumpedKills() {
    }

    /// @param limit bytes, above 0
    /// @param step  seconds from sample to sample
    /// @return kills a replica-day lived; `NaN` without memory samples
    static double perReplicaDay(Usage usage, long limit, long step) {
        int kills = 0;
        for (ReplicaUsage replica : usage.replicas()) {
            TimeSeries memory = replica.memory();
            double bumped = limit;
            for (int i = 0; i < memory.length(); i++) {
                if (memory.values()[i] > bumped) {
                    kills++;
                    bumped = OomBump.above(bumped);
                }
            }
        }
        double lived = (double) usage.memorySamples() * step / Usage.DAY;
        return lived == 0 ? Double.NaN : kills / lived;
    }
}
