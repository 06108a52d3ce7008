package io.plimsoll.analysis.rightsizing.replay;

import java.util.Arrays;
import java.util.SplittableRandom;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.usage.AliveReplicas;
import io.plimsoll.analysis.series.TimeSeries;

/// CPU wanted above a request and CPU wanted at all, by days from the first sample on.
///
/// @param unmet  core-samples
/// @param wanted beside them
public record DailyUnmet(double[] unmet, double[] wanted) {
    private static final int FEWEST_DAYS = 5;
    private static final int DRAWS = 500;
    private static final long SEED = 0x504C494D;

    /// @param perReplica 0 to take samples as they were; else what each replica gets of all load
    static DailyUnmet of(Usage usage, AliveReplicas alive, double request, double perReplica) {
        long start = usage.first();
        int days = (int) ((usage.last() - start) / Usage.DAY) + 1;
        double[] unmet = new double[days];
        double[] wanted = new double[days];
        for (ReplicaUsage replica : usage.replicas()) {
            TimeSeries cpu = replica.cpu();
            for (int i = 0; i < cpu.length(); i++) {
                int day = (int) ((cpu.times()[i] - start) / Usage.DAY);
                double load = perReplica == 0
                        ? cpu.values()[i]
                        : cpu.values()[i] * alive.at(cpu.times()[i]) * perReplica;
                unmet[day] += Math.max(0, load - request);
                wanted[day] += load;
            }
        }
        return new DailyUnmet(unmet, wanted);
    }

    /// Upper bound of the unmet share by a percentile bootstrap over days, the same for the same days; `NaN` where there is
    /// nothing to draw from.
    double bound(double confidence) {
        if (unmet.length < FEWEST_DAYS || Arrays.stream(unmet).sum() == 0) {
            return Double.NaN;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] shares = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double part = 0;
            double whole = 0;
            for (int i = 0; i < unmet.length; i++) {
                int day = random.nextInt(unmet.length);
                part += unmet[day];
                whole += wanted[day];
            }
            shares[draw] = whole == 0 ? 0 : part / whole;
        }
        Arrays.sort(shares);
        return shares[(int) Math.ceil(confidence * DRAWS) - 1];
    }
}
