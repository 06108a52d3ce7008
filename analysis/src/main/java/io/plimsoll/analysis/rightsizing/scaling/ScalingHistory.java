package io.plimsoll.analysis.rightsizing.scaling;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;

/// The total load of a workload and how many pods carried it, step by step. Steps in which nothing was measured are absent.
///
/// @param step     seconds between samples, above 0
/// @param times    begin of each step, epoch seconds, rising
/// @param cores    CPU of all pods together, as the autoscaler sums it
/// @param bytes    memory of all pods together
/// @param lag      messages that wait; all 0 if not known
/// @param pods     that were measured, at least 1
public record ScalingHistory(long step, long[] times, double[] cores, double[] bytes, double[] lag, int[] pods) {

    /// @param others CPU of the pods' other containers, which a target on the whole pod counts as well
    /// @param count  replicas as the cluster reported them; without any, the pods that sent a sample of CPU are counted
    public static ScalingHistory of(Usage usage, Collection<TimeSeries> others, Collection<TimeSeries> count) {
        long step = Math.max(1, usage.step());
        Map<Long, double[]> steps = new TreeMap<>();
        for (ReplicaUsage each : usage.replicas()) {
            add(steps, each.cpu(), step, 0);
            add(steps, each.memory(), step, 1);
            long before = Long.MIN_VALUE;
            for (long time : each.cpu().times()) {
                if (time / step != before) {
                    before = time / step;
                    steps.computeIfAbsent(before, at -> new double[3])[2]++;
                }
            }
        }
        others.forEach(each -> addKnown(steps, each, step));
        Map<Long, Double> reported = new TreeMap<>();
        count.forEach(each -> {
            for (int i = 0; i < each.length(); i++) {
                reported.merge(each.times()[i] / step, each.values()[i], Math::max);
            }
        });
        return of(step, steps, reported);
    }

    /// Samples of a pod that was measured twice in a step would count twice, so that each adds its share of the step.
    private static void add(Map<Long, double[]> steps, TimeSeries series, long step, int which) {
        int i = 0;
        while (i < series.length()) {
            long at = series.times()[i] / step;
            double sum = 0;
            int samples = 0;
            for (; i < series.length() && series.times()[i] / step == at; i++) {
                sum += series.values()[i];
                samples++;
            }
            steps.computeIfAbsent(at, unseen -> new double[3])[which] += sum / samples;
        }
    }

    private static void addKnown(Map<Long, double[]> steps, TimeSeries series, long step) {
        for (int i = 0; i < series.length(); i++) {
            double[] known = steps.get(series.times()[i] / step);
            if (known != null) {
                known[0] += series.values()[i];
            }
        }
    }

    private static ScalingHistory of(long step, Map<Long, double[]> steps, Map<Long, Double> reported) {
        steps.values().removeIf(each -> each[2] == 0);
        int length = steps.size();
        ScalingHistory history = new ScalingHistory(step, new long[length], new double[length], new double[length],
                new double[length], new int[length]);
        int i = 0;
        for (Map.Entry<Long, double[]> each : steps.entrySet()) {
            double seen = each.getValue()[2];
            int pods = (int) Math.round(reported.getOrDefault(each.getKey(), seen));
            history.times[i] = each.getKey() * step;
            history.pods[i] = Math.max(1, pods);
            // Pods that sent nothing carried as much as the others.
            double whole = Math.max(1, history.pods[i] / seen);
            history.cores[i] = each.getValue()[0] * whole;
            history.bytes[i++] = each.getValue()[1] * whole;
        }
        return history;
    }

    /// The same with what waited in a queue.
    ///
    /// @param partitions lag of each
    public ScalingHistory waiting(Collection<TimeSeries> partitions) {
        double[] sums = new double[times.length];
        for (TimeSeries each : partitions) {
            int next = 0;
            double last = 0;
            for (int i = 0; i < times.length; i++) {
                for (; next < each.length() && each.times()[next] < times[i] + step; next++) {
                    last = each.values()[next];
                }
                sums[i] += last;
            }
        }
        return new ScalingHistory(step, times, cores, bytes, sums, pods);
    }

    /// Steps from a time on.
    public ScalingHistory since(long time) {
        int from = Arrays.binarySearch(times, time);
        int at = from < 0 ? -from - 1 : from;
        int end = times.length;
        return new ScalingHistory(step, Arrays.copyOfRange(times, at, end), Arrays.copyOfRange(cores, at, end),
                Arrays.copyOfRange(bytes, at, end), Arrays.copyOfRange(lag, at, end),
                Arrays.copyOfRange(pods, at, end));
    }

    public int length() {
        return times.length;
    }
}
