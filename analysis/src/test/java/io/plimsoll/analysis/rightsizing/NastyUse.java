package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.plimsoll.analysis.series.TimeSeries;

/// Use that no honest monitor would report, the same for the same seed.
public final class NastyUse {
    private static final TimeSeries NOTHING = new TimeSeries(new long[0], new double[0]);
    private static final double GIB = 1L << 30;

    private NastyUse() {
    }

    public static Map<String, Usage> all() {
        Map<String, Usage> all = new LinkedHashMap<>();
        all.put("empty", Usage.of());
        all.put("a single sample", both(1, 300, i -> 1, i -> GIB));
        all.put("two samples a year apart", both(2, 365 * 86_400L, i -> 1, i -> GIB));
        all.put("all zero", both(600, 1200, i -> 0, i -> 0));
        all.put("all equal", both(600, 1200, i -> 0.7, i -> GIB));
        all.put("huge", both(600, 1200, i -> 1e18 + i * 1e14, i -> 1e18 + i * 1e14));
        all.put("beyond any machine", both(600, 1200, i -> 1e300, i -> 1e300));
        all.put("as large as a double goes", both(600, 1200, i -> Double.MAX_VALUE, i -> Double.MAX_VALUE));
        all.put("tiny", both(600, 1200, i -> 1e-300 * (i % 3), i -> 1e-300 * (i % 3)));
        all.put("the smallest doubles", both(600, 1200, i -> Double.MIN_VALUE, i -> Double.MIN_VALUE));
        all.put("negative half", both(600, 1200, i -> i % 2 == 0 ? -1 : 0.5, i -> i % 2 == 0 ? -GIB : GIB));
        all.put("only negative", both(600, 1200, i -> -1, i -> -1));
        all.put("NaN and Inf", both(600, 1200, i -> i % 3 == 0 ? Double.NaN : 0.5,
                i -> i % 3 == 0 ? Double.POSITIVE_INFINITY : GIB));
        all.put("only NaN", both(600, 1200, i -> Double.NaN, i -> Double.NaN));
        all.put("one replica with one sample", Usage.of(replica("a", 0, 10_000, 300, 0.5, GIB),
                replica("b", 5_000 * 300L, 1, 300, 9, 4 * GIB)));
        List<ReplicaUsage> apart = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            apart.add(replica("p" + i, i * 7_200L, 12, 300, 0.3, GIB));
        }
        all.put("replicas that never overlap", Usage.of(apart, List.of()));
        all.put("before 1970", at(-10_000_000L, 2000, 300));
        all.put("before the common era", at(-100_000_000_000L, 2000, 300));
        all.put("after 2100", at(5_000_000_000L, 2000, 300));
        all.put("across 1970", at(-300_000L, 2000, 300));
        all.put("1970 and 2100", Usage.of(replica("a", -Load.START, 1000, 300, 0.5, GIB),
                replica("b", 4_102_444_800L - Load.START, 1000, 300, 0.5, GIB)));
        all.put("year 1 and year 9999", Usage.of(replica("a", -62_000_000_000L - Load.START, 1000, 300, 0.5, GIB),
                replica("b", 253_000_000_000L - Load.START, 1000, 300, 0.5, GIB)));
        all.put("every second", both(5_000, 1, i -> 0.2 + i % 7 * 0.1, i -> GIB + i));
        all.put("every day", both(40, 86_400, i -> 0.2 + i % 7 * 0.1, i -> GIB + i));
        all.put("every month", both(40, 30 * 86_400L, i -> 0.2 + i % 7 * 0.1, i -> GIB + i));
        all.put("memory only", Usage.of(new ReplicaUsage("a", NOTHING, series(0, 3000, 300, i -> GIB + i))));
        all.put("CPU only", Usage.of(new ReplicaUsage("a", series(0, 3000, 300, i -> 0.4), NOTHING)));
        all.put("CPU of one, memory of another", Usage.of(
                new ReplicaUsage("a", NOTHING, series(0, 3000, 300, i -> GIB + i)),
                new ReplicaUsage("b", series(900_000, 3000, 60, i -> 0.4), NOTHING)));
        all.put("the same second over and over", Usage.of(new ReplicaUsage("a",
                new TimeSeries(new long[500], IntStream.range(0, 500).mapToDouble(i -> i).toArray()), NOTHING)));
        all.put("backwards", Usage.of(new ReplicaUsage("a", new TimeSeries(
                LongStream.range(0, 3000).map(i -> Load.START - 300 * i).toArray(),
                IntStream.range(0, 3000).mapToDouble(i -> 0.1 * (i % 5)).toArray()), NOTHING)));
        all.put("kills without memory",
                Usage.of(List.of(new ReplicaUsage("a", series(0, 3000, 300, i -> 0.4), NOTHING)),
                        List.of(new OomKill("a", Load.START + 5000), new OomKill("nobody", -5))));
        for (int seed = 0; seed < 12; seed++) {
            all.put("random " + seed, random(seed));
        }
        return all;
    }

    private static Usage random(int seed) {
        Random random = new Random(seed);
        List<ReplicaUsage> replicas = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            replicas.add(new ReplicaUsage("r" + i, random(random, 1), random(random, GIB)));
        }
        List<OomKill> kills = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            kills.add(new OomKill("r" + random.nextInt(9), Load.START + random.nextInt(2_000_000)));
        }
        return Usage.of(replicas, kills);
    }

    private static TimeSeries random(Random random, double unit) {
        int length = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(1200);
        long[] times = new long[length];
        double[] values = new double[length];
        long time = Load.START + random.nextInt(1_000_000);
        int step = 1 + random.nextInt(900);
        for (int i = 0; i < length; i++) {
            time += random.nextInt(50) == 0 ? random.nextInt(200_000) - 50_000 : step;
            times[i] = time;
            values[i] = unit * switch (random.nextInt(40)) {
                case 0 -> Double.NaN;
                case 1 -> Double.NEGATIVE_INFINITY;
                case 2 -> -random.nextDouble();
                case 3 -> 0;
                case 4 -> Math.exp(20 * random.nextGaussian());
                default -> random.nextDouble();
            };
        }
        return new TimeSeries(times, values);
    }

    private static Usage at(long start, int count, long step) {
        return Usage.of(replica("a", start - Load.START, count, step, 0.5, GIB));
    }

    private static Usage both(int count, long step, IntToDoubleFunction cpu, IntToDoubleFunction memory) {
        return Usage.of(new ReplicaUsage("a", series(0, count, step, cpu), series(0, count, step, memory)));
    }

    private static ReplicaUsage replica(String name, long after, int count, long step, double cores, double bytes) {
        return new ReplicaUsage(name, series(after, count, step, i -> cores * (1 + i % 5)),
                series(after, count, step, i -> bytes * (1 + i % 5 / 10.0)));
    }

    private static TimeSeries series(long after, int count, long step, IntToDoubleFunction value) {
        return new TimeSeries(LongStream.range(0, count).map(i -> Load.START + after + i * step).toArray(),
                IntStream.range(0, count).mapToDouble(value).toArray());
    }
}
