package io.plimsoll.analysis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// One made-up workload: what it is called, how its pods lived, how it behaves. Everything follows from its number.
///
/// @param size        mean cores of a pod
/// @param memory      mean bytes of a pod
/// @param day         swing of the day, in 0..1
/// @param weekend     factor of Saturday and Sunday
/// @param noise       relative spread from sample to sample
/// @param bursts      chance that a burst begins at a sample
/// @param shift       factor of CPU from the middle of the last third on
/// @param leak        growth of memory over the whole time, by its mean
/// @param gaps        chance that a hole of up to eight hours begins at a sample
record FleetWorkload(int number, List<Pod> pods, double size, double memory, double day, double weekend, double noise,
        double bursts, double shift, double leak, double gaps, long milliRequest, long memoryRequest,
        boolean isLimited) {
    private static final long DAY = 86_400;
    private static final String RANDOM = "bcdfghjklmnpqrstvwxz2456789";
    private static final int NAMESPACES = 40;

    /// @param to exclusive, epoch seconds
    record Pod(String namespace, String name, String container, String ownerKind, String ownerName, long from,
            long to, long seed) {}

    static FleetWorkload of(int number, int days) {
        SplittableRandom random = new SplittableRandom(0x5EED_0000L + number);
        double size = Math.exp(Math.log(0.15) + 1.2 * gaussian(random));
        double memory = Math.exp(Math.log(400e6) + 1.1 * gaussian(random));
        double times = 1.2 + 2.8 * random.nextDouble();
        long milli = Math.max(10, Math.round(size * times * 100) * 10);
        long request = Math.max(1, Math.round(memory * (1.1 + random.nextDouble()) / (1 << 26))) << 26;
        return new FleetWorkload(number, pods(number, days, random), size, memory, 0.9 * random.nextDouble(),
                random.nextDouble() < 0.5 ? 0.2 + 0.8 * random.nextDouble() : 1, 0.02 + 0.3 * random.nextDouble(),
                random.nextDouble() < 0.4 ? 0.004 * random.nextDouble() : 0,
                random.nextDouble() < 0.1 ? 0.4 + 2 * random.nextDouble() : 1,
                random.nextDouble() < 0.1 ? random.nextDouble() : 0, random.nextDouble() < 0.08 ? 0.004 : 0, milli,
                request, random.nextDouble() < 0.6);
    }

    private static List<Pod> pods(int number, int days, SplittableRandom random) {
        long end = FleetTelemetry.START + days * DAY;
        double kind = random.nextDouble();
        long from = random.nextDouble() < 0.05
                ? end - Math.round((0.5 + 5 * random.nextDouble()) * 288) * 300
                : FleetTelemetry.START;
        int replicas = random.nextDouble() < 0.08 ? 2 + random.nextInt(2) : 1;
        String namespace = "team-" + number % NAMESPACES;
        String container = (kind < 0.15 ? "db-" : "svc-") + number;
        List<Pod> pods = new ArrayList<>();
        for (int i = 0; i < replicas; i++) {
            if (kind < 0.15) {
                pods.add(new Pod(namespace, container + "-" + i, container, "StatefulSet", container, from, end,
                        random.nextLong()));
            } else {
                boolean rolledOut = random.nextDouble() < 0.15;
                long middle = rolledOut ? from + (long) (random.nextDouble() * (end - from) / 300) * 300 : end;
                pods.add(deployed(namespace, container, from, middle, random));
                if (middle < end) {
                    pods.add(deployed(namespace, container, middle, end, random));
                }
            }
        }
        pods.removeIf(pod -> pod.from() >= pod.to());
        return pods;
    }

    private static Pod deployed(String namespace, String name, long from, long to, SplittableRandom random) {
        String set = name + "-" + letters(9, random);
        return new Pod(namespace, set + "-" + letters(5, random), name, "ReplicaSet", set, from, to,
                random.nextLong());
    }

    private static String letters(int count, SplittableRandom random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(RANDOM.charAt(random.nextInt(RANDOM.length())));
        }
        return letters.toString();
    }

    /// Of Irwin and Hall: near enough, and cheap.
    private static double gaussian(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    Use use(Pod pod) {
        return new Use(pod);
    }

    /// A pod's use, walked through in time.
    final class Use {
        private final SplittableRandom random;
        private final long span;
        private final double phase;
        private double burst;
        private double cache = 1;
        private long holeUntil;
        private long micro;
        private long bytes;
        private boolean seen;

        private Use(Pod pod) {
            random = new SplittableRandom(pod.seed());
            span = pod.to() - FleetTelemetry.START;
            phase = number % 24 / 24.0;
        }

        void next(long at) {
            long since = at - FleetTelemetry.START;
            double ofDay = (double) (since % DAY) / DAY;
            boolean free = since / DAY % 7 >= 5;
            double level = (1 + day * Math.sin(2 * Math.PI * (ofDay - phase))) * (free ? weekend : 1)
                    * (since > 5 * span / 6 ? shift : 1);
            burst = burst > 0.01 ? burst * 0.7 : random.nextDouble() < bursts ? 1 + 3 * random.nextDouble() : 0;
            double shake = 1 + noise * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
            micro = Math.max(0, Math.round(1e6 * size * (level * shake + burst)));
            cache += 0.02 * (random.nextDouble() - 0.5) + 0.01 * (1 - cache);
            double held = memory * (cache * (0.9 + 0.1 * level) + leak * since / span + 0.1 * burst);
            bytes = Math.max(1, Math.round(held / 4096)) * 4096;
            if (at >= holeUntil && random.nextDouble() < gaps) {
                holeUntil = at + random.nextInt(96) * 300L;
            }
            seen = at >= holeUntil;
        }

        boolean isSeen() {
            return seen;
        }

        long microcores() {
            return micro;
        }

        long bytes() {
            return bytes;
        }
    }
}
