package io.plimsoll.analysis.anomaly.around;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.Workloads;

/// One measure of a workload hour by hour: the mean of each replica, then their sum; of shares and durations their mean, of counts of
/// what happened the sum. Replicas are the controller's count, or how many sent samples.
///
/// @param container empty for the workload as a whole, and for a machine
/// @param hours     one an hour, `NaN` where nothing was measured; not copied: don't change it
@SuppressWarnings("ArrayRecordComponent") // Made once, read once.
public record MeasuredHours(Measure measure, String container, double[] hours) {
    private static final int HOUR = 3600;
    private static final List<Measure> COUNTED = List.of(Measure.CPU_CORES, Measure.MEMORY_BYTES, Measure.CPU_SHARE);

    /// Everything measured of a workload, replicas first; measures without a sample in these hours are left out.
    ///
    /// @param from  a whole hour
    /// @param hours how many
    public static List<MeasuredHours> of(Workload workload, Workloads workloads, Instant from, int hours,
            Cancellation cancellation) {
        Instant to = from.plusSeconds((long) hours * HOUR);
        List<MeasuredHours> all = new ArrayList<>();
        List<MeasuredHours> samples = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (String container : new TreeSet<>(workload.use().stream().filter(each -> each.measure() == measure)
                    .map(UseSeries::container).toList())) {
                Map<String, TimeSeries> replicas = workloads.use(workload, container, measure, from, to, cancellation);
                add(all, new MeasuredHours(measure, container, hours(measure, replicas.values(), from, hours)));
                if (COUNTED.contains(measure) && container.equals(workload.key().container())
                        && !workload.key().kind().equals(WorkloadKey.MACHINE)) {
                    add(samples, new MeasuredHours(Measure.REPLICAS, "", counted(replicas.values(), from, hours)));
                }
            }
        }
        boolean reported = all.stream().anyMatch(each -> each.measure == Measure.REPLICAS);
        samples.stream().limit(reported ? 0 : 1).forEach(all::add);
        all.sort(Comparator.comparing(each -> each.measure != Measure.REPLICAS));
        return List.copyOf(all);
    }

    private static void add(List<MeasuredHours> all, MeasuredHours found) {
        if (!Arrays.stream(found.hours).allMatch(Double::isNaN)) {
            all.add(found);
        }
    }

    private static double[] hours(Measure measure, Collection<TimeSeries> replicas, Instant from, int hours) {
        double[] together = new double[hours];
        int[] measured = new int[hours];
        for (TimeSeries each : replicas) {
            double[] sum = new double[hours];
            int[] count = new int[hours];
            fill(each, from, sum, count);
            for (int i = 0; i < hours; i++) {
                if (count[i] > 0) {
                    together[i] += happens(measure) ? sum[i] : sum[i] / count[i];
                    measured[i]++;
                }
            }
        }
        for (int i = 0; i < hours; i++) {
            together[i] = measured[i] == 0 ? Double.NaN : shared(measure) ? together[i] / measured[i] : together[i];
        }
        return together;
    }

    private static double[] counted(Collection<TimeSeries> replicas, Instant from, int hours) {
        double[] counted = new double[hours];
        for (TimeSeries each : replicas) {
            int[] count = new int[hours];
            fill(each, from, new double[hours], count);
            Arrays.setAll(counted, i -> counted[i] + (count[i] > 0 ? 1 : 0));
        }
        // Whether nothing ran or nothing was scraped can't be told.
        return Arrays.stream(counted).map(value -> value == 0 ? Double.NaN : value).toArray();
    }

    private static void fill(TimeSeries series, Instant from, double[] sum, int[] count) {
        for (int i = 0; i < series.length(); i++) {
            long hour = (series.times()[i] - from.getEpochSecond()) / HOUR;
            if (hour >= 0 && hour < sum.length && !Double.isNaN(series.values()[i])) {
                sum[(int) hour] += series.values()[i];
                count[(int) hour]++;
            }
        }
    }

    private static boolean happens(Measure measure) {
        return measure == Measure.RESTARTS || measure == Measure.OOM_KILLS;
    }

    private static boolean shared(Measure measure) {
        return switch (measure) {
            case THROTTLED_SHARE, CPU_SHARE, MEMORY_SHARE, GPU_SHARE, LATENCY_SECONDS, RUN_SECONDS, LAST_END_OOM,
                    REPLICAS ->
                true;
            default -> false;
        };
    }
}
