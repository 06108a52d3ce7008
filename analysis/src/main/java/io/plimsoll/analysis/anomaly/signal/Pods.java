package io.plimsoll.analysis.anomaly.signal;

import java.util.Collection;
import java.util.TreeMap;

import io.plimsoll.analysis.series.TimeSeries;

/// The series of all pods of a workload as one, and when its pods came and went. Immutable.
///
/// @param series one reading a step that any pod was heard in; steps that nobody was heard in are absent
final class Pods {
    /// Clocks that were not set yet.
    private static final long LEAST_TIME = 946_684_800L;
    private static final long LONG_GAP = 14 * 86_400L;
    private static final long AROUND = 3 * 3600L;
    private static final int MOST_SLOTS = 64;
    private static final int CARRIED = 3;

    private final TimeSeries series;
    private final long[][] lives;

    private Pods(TimeSeries series, long[][] lives) {
        this.series = series;
        this.lives = lives;
    }

    /// @param replicas one series each, strictly rising
    static Pods of(Collection<TimeSeries> replicas, Watched watched) {
        TreeMap<Long, Step> steps = new TreeMap<>();
        long[][] lives = new long[replicas.size()][];
        int index = 0;
        for (TimeSeries each : replicas) {
            TimeSeries set = set(each);
            lives[index++] = set.length() == 0
                    ? new long[]{Long.MAX_VALUE, Long.MIN_VALUE}
                    : new long[]{set.times()[0], set.times()[set.length() - 1]};
            add(set, watched.step(), steps);
        }
        return new Pods(afterLongGap(joined(steps, watched)), lives);
    }

    private static TimeSeries set(TimeSeries all) {
        int from = 0;
        while (from < all.length() && all.times()[from] < LEAST_TIME) {
            from++;
        }
        return from == 0 ? all : all.slice(from, all.length());
    }

    /// A pod that was there before and after a step counts for the whole of it, and goes on for up to three steps in which it alone was
    /// not heard; at either end of its life it counts for the part that it was there.
    private static void add(TimeSeries pod, long step, TreeMap<Long, Step> steps) {
        long native0 = Math.max(1, pod.step());
        long slot = Math.max(native0, step / MOST_SLOTS);
        long last = Long.MIN_VALUE;
        double mean = Double.NaN;
        for (int i = 0, next; i < pod.length(); i = next) {
            long start = Math.floorDiv(pod.times()[i], step) * step;
            double sum = 0;
            int count = 0;
            long heard = 0;
            for (next = i; next < pod.length() && pod.times()[next] < start + step; next++) {
                if (Double.isFinite(pod.values()[next])) {
                    sum += pod.values()[next];
                    count++;
                    heard |= 1L << (int) Math.min(MOST_SLOTS - 1, (pod.times()[next] - start) / slot);
                }
            }
            if (count == 0) {
                continue;
            }
            for (long missed = last + step; last != Long.MIN_VALUE && start - last <= CARRIED * step
                    && missed < start; missed += step) {
                steps.computeIfAbsent(missed, at -> new Step()).add(mean, 1, 0, slot);
            }
            mean = sum / count;
            boolean whole = i > 0 && next < pod.length();
            double there = whole ? 1 : Math.min(1, (double) Long.bitCount(heard) * slot / step);
            steps.computeIfAbsent(start, at -> new Step()).add(mean, there, heard, slot);
            last = start;
        }
    }

    private static TimeSeries joined(TreeMap<Long, Step> steps, Watched watched) {
        steps.values().removeIf(each -> each.heard == 0);
        long[] times = steps.keySet().stream().mapToLong(Long::longValue).toArray();
        double[] values = steps.values().stream().mapToDouble(each -> each.value(watched)).toArray();
        return new TimeSeries(times, values);
    }

    /// What lies two weeks behind a hole is another story.
    private static TimeSeries afterLongGap(TimeSeries all) {
        for (int i = all.length() - 1; i > 0; i--) {
            if (all.times()[i] - all.times()[i - 1] > LONG_GAP) {
                return all.slice(i, all.length());
            }
        }
        return all;
    }

    TimeSeries series() {
        return series;
    }

    /// How many pods lived then.
    int alive(long time) {
        int count = 0;
        for (long[] life : lives) {
            count += life[0] <= time && time <= life[1] ? 1 : 0;
        }
        return count;
    }

    /// Whether most pods that lived shortly before are gone shortly after, and others took their place: a rollout, or another run.
    boolean replaced(long time) {
        int before = 0;
        int stayed = 0;
        int after = 0;
        for (long[] life : lives) {
            boolean was = life[0] < time - AROUND && life[1] >= time - AROUND;
            boolean is = life[0] <= time + AROUND && life[1] > time + AROUND;
            before += was ? 1 : 0;
            after += is ? 1 : 0;
            stayed += was && is ? 1 : 0;
        }
        boolean comes = false;
        for (long[] life : lives) {
            comes |= Math.abs(life[0] - time) <= AROUND;
        }
        return comes && 2 * stayed <= before && (before > 0 || after > 0);
    }

    private static final class Step {
        private double sum;
        private double worst = Double.NEGATIVE_INFINITY;
        private double most;
        private long heard;
        private long slot = 1;

        void add(double mean, double there, long slots, long seconds) {
            sum += mean * there;
            worst = Math.max(worst, mean);
            most = Math.max(most, there);
            heard |= slots;
            slot = seconds;
        }

        /// Steps in which everybody fell silent for a while are taken for whole.
        double value(Watched watched) {
            double union = Math.min(1, (double) Long.bitCount(heard) * slot / watched.step());
            return watched.summed() ? sum / Math.max(most, union) : worst;
        }
    }
}
